-- rule:    503F
-- title:   Ofsted URN of the first episode differs from last year's final, still open episode
-- fields:  URN
-- reports: Episodes
-- reads:   first_episodes, latest_episodes_last
-- needs:   Episodes, Episodes_last
-- source:  SSDA903 validation rules, 503F
-- found:   The Ofsted URN of the child's first episode is not the one that last year's final episode had, which was still open.
-- fix:     Give the URN as it was reported last year, or correct last year's record if that was wrong.
-- version: 2022-23
select 'Episodes' as module, f.row_id
from first_episodes f
join latest_episodes_last l using (child)
where l.dec is null
    and f.urn is distinct from l.urn
