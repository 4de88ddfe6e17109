-- rule:    578
-- title:   Missing/away period starts outside the child's periods of being looked after
-- fields:  MIS_START
-- reports: Missing
-- reads:   missing, periods_of_care
-- needs:   Episodes, Missing
-- source:  SSDA903 validation rules, 578
-- found:   The absence starts on or after the day on which the child ceased to be looked after.
-- fix:     Correct the start of the absence, or take it out if the child was no longer looked after.
-- notes:   REFERENCE DIFFERS: it flags an absence that starts outside every period of care, so one on the day care ended passes and one before all
--          care is flagged.
-- version: 2022-23
with period_at_start as (
    select distinct on (m.row_id) m.row_id, m.mis_start, p.poc_end
    from missing m
    join periods_of_care p on p.child = m.child and p.poc_start <= m.mis_start
    order by m.row_id, p.poc_start desc, p.first_position desc
)
select 'Missing' as module, row_id
from period_at_start
where mis_start >= poc_end
