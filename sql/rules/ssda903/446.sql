-- rule:    446
-- title:   Placement order status E1 used on an episode that began before 1 December 2005
-- fields:  LS, DECOM
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 446
-- found:   A placement order (E1) is recorded on an episode that began before 1 December 2005.
-- fix:     Correct the legal status or the start of the episode; there were no placement orders before.
-- version: 2022-23
select row_id
from episodes
where ls = 'E1'
  and decom < date '2005-12-01'
