-- rule:    503C
-- title:   Need code of the first episode differs from last year's final, still open episode
-- fields:  CIN
-- reports: Episodes
-- reads:   first_episodes, latest_episodes_last
-- needs:   Episodes, Episodes_last
-- source:  SSDA903 validation rules, 503C
-- found:   The category of need of the child's first episode is not the one that last year's final episode had, which was still open.
-- fix:     Give the category of need as it was reported last year, or correct last year's record if that was wrong.
-- version: 2022-23
select 'Episodes' as module, f.row_id
from first_episodes f
join latest_episodes_last l using (child)
where l.dec is null
    and f.cin is distinct from l.cin
