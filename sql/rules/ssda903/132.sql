-- rule:    132
-- title:   Activity of the care leaver is blank or not a valid code
-- fields:  ACTIV
-- reports: OC3
-- reads:   oc3
-- needs:   OC3
-- source:  SSDA903 validation rules, 132
-- found:   The care leaver's main activity is blank or not one of the codes.
-- fix:     Give the code of the activity: F or P with 1, 2, 4 or 5 for education, training and work, G4 to G6 for none, 0 when it is not known or
--          not applicable.
-- version: 2022-23
select row_id
from oc3
where activ is null
   or activ not in ('F1', 'P1', 'F2', 'P2', 'F4', 'P4', 'F5', 'P5', 'G4', 'G5', 'G6', '0')
