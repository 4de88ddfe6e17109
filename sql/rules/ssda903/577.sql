-- rule:    577
-- title:   Child ceased to be looked after but a missing/away period is still open or falls outside the period of care
-- fields:  MIS_END
-- reports: Missing
-- reads:   missing, periods_of_care
-- needs:   Episodes, Missing
-- source:  SSDA903 validation rules, 577
-- found:   The child is no longer looked after, but the absence is still open, or it does not end within the time the child was looked after.
-- fix:     Give the absence an end on or before the day the child ceased to be looked after, or correct the episodes.
-- notes:   QUIRK: the start is looked at only while the end is missing, so an absence that starts before care and ends within it passes.
-- version: 2022-23
select 'Missing' as module, m.row_id
from missing m
join periods_of_care p using (child)
where m.mis_start is not null
group by m.row_id
having bool_and((
    (m.mis_end is null and (p.poc_end is not null or m.mis_start < p.poc_start))
    or m.mis_end > p.poc_end
    or m.mis_end < p.poc_start
) is true)
