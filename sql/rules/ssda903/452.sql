-- rule:    452
-- title:   Placement authority of the first episode differs from that of last year's final, still open episode
-- fields:  PL_LA
-- reports: Episodes
-- reads:   first_episodes, latest_episodes_last, placement_places, placement_places_last
-- needs:   Episodes, Episodes_last, postcodes
-- source:  SSDA903 validation rules, 452
-- found:   The first episode lies in another authority than last year's final episode, which was still open and has the same reason for its
--          start.
-- fix:     Give the same placement postcode as last year, or end last year's episode and start a new one if the child moved.
-- version: 2022-23
select 'Episodes' as module, f.row_id
from first_episodes f
join latest_episodes_last l using (child)
join placement_places now on now.row_id = f.row_id
join placement_places_last before on before.row_id = l.row_id
where f.rne = l.rne
  and l.dec_text is null
  and now.pl_la is distinct from before.pl_la
