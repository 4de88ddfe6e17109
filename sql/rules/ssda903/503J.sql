-- rule:    503J
-- title:   Placement location (inside/outside the authority) of the first episode differs from last year's final, still open episode
-- fields:  PL_LOCATION
-- reports: Episodes
-- reads:   first_episodes, latest_episodes_last, placement_places, placement_places_last
-- needs:   Episodes, Episodes_last, postcodes, la
-- source:  SSDA903 validation rules, 503J
-- found:   Whether the placement lies inside the authority differs between the child's first episode and last year's final episode, which was still
--          open.
-- fix:     Check the placement postcode of both years and correct the one that is wrong.
-- version: 2022-23
select 'Episodes' as module, f.row_id
from first_episodes f
join latest_episodes_last l using (child)
join placement_places here on here.row_id = f.row_id
join placement_places_last there on there.row_id = l.row_id
where l.dec is null
    and here.pl_location is distinct from there.pl_location
