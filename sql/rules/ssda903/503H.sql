-- rule:    503H
-- title:   Placement authority of the first episode differs from last year's final, still open episode
-- fields:  PL_LA
-- reports: Episodes
-- reads:   first_episodes, latest_episodes_last, placement_places, placement_places_last
-- needs:   Episodes, Episodes_last, postcodes
-- source:  SSDA903 validation rules, 503H
-- found:   The child's first episode is placed in another authority's area than last year's final episode, which was still open.
-- fix:     Check the placement postcode of both years and correct the one that is wrong.
-- version: 2022-23
select 'Episodes' as module, f.row_id
from first_episodes f
join latest_episodes_last l using (child)
join placement_places here on here.row_id = f.row_id
join placement_places_last there on there.row_id = l.row_id
where l.dec is null
    and here.pl_la is distinct from there.pl_la
