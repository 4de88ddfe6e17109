-- rule:    348
-- title:   Care leaver was reported as having died last year but not this year
-- fields:  IN_TOUCH
-- reports: OC3
-- reads:   oc3, oc3_last
-- needs:   OC3, OC3_last
-- source:  SSDA903 validation rules, 348
-- found:   Last year the care leaver was returned as having died (DIED); this year's return says otherwise.
-- fix:     Give DIED again, or confirm that last year's return was wrong.
-- notes:   Care leavers who are not in this year's file are not flagged.
-- version: 2025-26
select 'OC3' as module, leaver.row_id
from oc3 leaver
join oc3_last before using (child)
where before.in_touch = 'DIED' and leaver.in_touch is distinct from 'DIED'
