-- rule:    344
-- title:   Young person died or returned home but activity/accommodation codes are not zero
-- fields:  IN_TOUCH, ACTIV, ACCOM
-- reports: OC3
-- reads:   oc3
-- needs:   OC3
-- source:  SSDA903 validation rules, 344
-- found:   The young person died (DIED) or went back to a parent (RHOM), but activity or accommodation is not 0.
-- fix:     Give 0 for both, or correct IN_TOUCH.
-- notes:   A blank is flagged, since 0 is the way to say that there is nothing to say; by DfE's wording (should not be provided) a blank might be
--          accepted.
-- version: 2022-23
select row_id
from oc3
where in_touch in ('DIED', 'RHOM') and (activ is distinct from '0' or accom is distinct from '0')
