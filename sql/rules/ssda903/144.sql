-- rule:    144
-- title:   Legal status is not a valid code
-- fields:  LS
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 144
-- found:   The legal status is not one of its codes.
-- fix:     Give the code of the child's legal status in this episode.
-- notes:   QUIRK: D1 (freeing order) is accepted in every year, though no freeing order has been made since 2005.
-- version: 2022-23
select row_id
from episodes
where ls not in ('C1', 'C2', 'D1', 'E1', 'V2', 'V3', 'V4', 'J1', 'J2', 'J3', 'L1', 'L2', 'L3')
