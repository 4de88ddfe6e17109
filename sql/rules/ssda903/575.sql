-- rule:    575
-- title:   Missing/away period is still open although the placement episode it began in has ended
-- fields:  MIS_END
-- reports: Missing
-- reads:   missing, episodes
-- needs:   Episodes, Missing
-- source:  SSDA903 validation rules, 575
-- found:   The absence has no end, although the episode in which it began has ended.
-- fix:     Give the end of the absence; it ends at the latest when the placement does.
-- version: 2022-23
select 'Missing' as module, m.row_id
from missing m
join episodes e using (child)
where m.mis_end_text is null
    and e.decom <= m.mis_start
    and m.mis_start <= e.dec
