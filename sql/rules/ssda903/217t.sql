-- rule:    217t
-- title:   Placement code P2 cannot be used after 28 October 2023
-- fields:  PLACE, DECOM
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 217t
-- found:   The episode in independent living (P2) goes on after 28 October 2023, the last day of that placement code.
-- fix:     End the episode on 28 October 2023 at the latest and record the placement that followed with a code in force.
-- notes:   The end of the episode is what counts: an episode without a readable DEC is flagged whenever it started.
-- version: 2023-24
select row_id
from episodes
where place = 'P2' and (dec > date '2023-10-28' or dec is null)
