-- rule:    445
-- title:   Legal status D1 cannot start after 31 December 2005
-- fields:  LS, DECOM
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 445
-- found:   The episode under a freeing order (D1) starts after 31 December 2005, when such orders were no longer made.
-- fix:     Correct the legal status or the start of the episode; placement orders are E1.
-- version: 2022-23
select row_id
from episodes
where ls = 'D1' and decom > date '2005-12-31'
