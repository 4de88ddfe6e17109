-- rule:    133
-- title:   Accommodation of the care leaver is blank or not a valid code
-- fields:  ACCOM
-- reports: OC3
-- reads:   oc3
-- needs:   OC3
-- source:  SSDA903 validation rules, 133
-- found:   The care leaver's accommodation is blank or not one of the codes.
-- fix:     Give the letter of the accommodation with 1 (suitable) or 2 (unsuitable), or 0 when it is not known; no fixed abode and custody can
--          only be S2 and X2.
-- version: 2022-23
select row_id
from oc3
where accom is null
   or accom not in ('B1', 'B2', 'C1', 'C2', 'D1', 'D2', 'E1', 'E2', 'G1', 'G2', 'H1', 'H2', 'K1', 'K2', 'R1', 'R2', 'S2', 'T1', 'T2', 'U1', 'U2',
       'V1', 'V2', 'W1', 'W2', 'X2', 'Y1', 'Y2', 'Z1', 'Z2', '0')
