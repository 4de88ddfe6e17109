-- rule:    153
-- title:   Care leaver record is only partly filled in: give in-touch, activity and accommodation, or none
-- fields:  IN_TOUCH, ACTIV, ACCOM
-- reports: OC3
-- reads:   oc3
-- needs:   OC3
-- source:  SSDA903 validation rules, 153
-- found:   Some, but not all, of the three care leaver items are given.
-- fix:     Complete in-touch, activity and accommodation, or leave all three blank.
-- version: 2022-23
select row_id
from oc3
where num_nonnulls(in_touch, activ, accom) between 1 and 2
