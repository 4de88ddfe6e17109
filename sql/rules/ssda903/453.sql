-- rule:    453
-- title:   Placement distance of the first episode differs from that of last year's final, still open episode
-- fields:  PL_DISTANCE
-- reports: Episodes
-- reads:   first_episodes, latest_episodes_last, placement_places, placement_places_last
-- needs:   Episodes, Episodes_last, postcodes
-- source:  SSDA903 validation rules, 453
-- found:   The distance of the first episode differs from that of last year's final episode, which was still open and has the same reason for its
--          start.
-- fix:     Give the same postcodes as last year, or end last year's episode and start a new one if the child moved.
-- notes:   QUIRK: flagged when only last year's distance is unknown, not when only this year's is; the other reading flags both. Distances are
--          subtracted in double precision: 10.3 to 10.1 miles is a difference of 0.2 or more, 10.1 to 9.9 is not.
-- version: 2022-23
select 'Episodes' as module, f.row_id
from first_episodes f
join latest_episodes_last l using (child)
join placement_places now on now.row_id = f.row_id
join placement_places_last before on before.row_id = l.row_id
where f.rne = l.rne
  and l.dec is null
  and now.pl_distance is not null
  and (before.pl_distance is null
       or abs(now.pl_distance::float8 - before.pl_distance::float8) >= 0.2)
