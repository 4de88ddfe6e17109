-- rule:    503G
-- title:   Placement distance of the first episode differs from last year's final, still open episode
-- fields:  PL_DISTANCE
-- reports: Episodes
-- reads:   first_episodes, latest_episodes_last, placement_places, placement_places_last
-- needs:   Episodes, Episodes_last, postcodes
-- source:  SSDA903 validation rules, 503G
-- found:   The distance from home to the placement in the child's first episode is not the one of last year's final episode, which was still open.
-- fix:     Check the home and placement postcodes of both years and correct the one that is wrong.
-- notes:   QUIRK: a distance that is known last year but not this year is no difference, the other way round it is. The difference is taken in
--          double precision, so 10.2 against 10.0 passes and 10.3 against 10.1 does not.
-- version: 2022-23
select 'Episodes' as module, f.row_id
from first_episodes f
join latest_episodes_last l using (child)
join placement_places here on here.row_id = f.row_id
join placement_places_last there on there.row_id = l.row_id
where l.dec is null
    and here.pl_distance is not null
    and (there.pl_distance is null or abs(here.pl_distance::float8 - there.pl_distance::float8) >= 0.2::float8)
