-- rule:    345
-- title:   Authority is in touch with the young person but activity or accommodation is zero
-- fields:  IN_TOUCH, ACTIV, ACCOM
-- reports: OC3
-- reads:   oc3
-- needs:   OC3
-- source:  SSDA903 validation rules, 345
-- found:   The authority is in touch with the young person (YES), but activity or accommodation is 0, not known.
-- fix:     Give the activity and the accommodation, or correct IN_TOUCH.
-- version: 2022-23
select row_id
from oc3
where in_touch = 'YES' and (activ = '0' or accom = '0')
