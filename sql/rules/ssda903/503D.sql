-- rule:    503D
-- title:   Placement type of the first episode differs from last year's final, still open episode
-- fields:  PLACE
-- reports: Episodes
-- reads:   first_episodes, latest_episodes_last
-- needs:   Episodes, Episodes_last
-- source:  SSDA903 validation rules, 503D
-- found:   The placement type of the child's first episode is not the one that last year's final episode had, which was still open.
-- fix:     Give the placement type as it was reported last year, or correct last year's record if that was wrong.
-- notes:   AMBIGUOUS: DfE's wording grants the change from H5 to K3 for the collection 2024-25 only; 2023-24 is treated alike here. Nothing is
--          granted from 2026-27.
-- version: 2022-23
select 'Episodes' as module, f.row_id
from first_episodes f
join latest_episodes_last l using (child)
where l.dec is null
    and f.place is distinct from l.place
    and (l.place = 'H5' and f.place = 'K3' and :year = 2024) is not true
-- version: 2024-25 H5 may have become K3
select 'Episodes' as module, f.row_id
from first_episodes f
join latest_episodes_last l using (child)
where l.dec is null
    and f.place is distinct from l.place
    and (l.place = 'H5' and f.place = 'K3') is not true
-- version: 2025-26 Z1 may have become Z11 to Z14, in that year only
select 'Episodes' as module, f.row_id
from first_episodes f
join latest_episodes_last l using (child)
where l.dec is null
    and f.place is distinct from l.place
    and (l.place = 'Z1' and f.place in ('Z11', 'Z12', 'Z13', 'Z14') and :year = 2026) is not true
