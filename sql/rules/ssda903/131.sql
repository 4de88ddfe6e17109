-- rule:    131
-- title:   In-touch status of the care leaver is blank or not a valid code
-- fields:  IN_TOUCH
-- reports: OC3
-- reads:   oc3
-- needs:   OC3
-- source:  SSDA903 validation rules, 131
-- found:   Whether the authority is in touch with the care leaver is blank or not one of the codes.
-- fix:     Give YES, NO, DIED, REFU (refuses contact), NREQ (needs no service any more) or RHOM (returned home).
-- version: 2022-23
select row_id
from oc3
where in_touch is null
   or in_touch not in ('YES', 'NO', 'DIED', 'REFU', 'NREQ', 'RHOM')
