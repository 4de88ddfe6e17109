-- rule:    390
-- title:   Episode ceased because of adoption but the child was not in an adoptive placement
-- fields:  PLACE, REC
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 390
-- found:   The episode ceased because of adoption (E11 or E12), but the placement is not an adoptive one (A3 to A6).
-- fix:     Record the adoptive placement from which the child was adopted, or correct the reason.
-- version: 2022-23
select row_id
from episodes
where rec in ('E11', 'E12')
  and (place in ('A3', 'A4', 'A5', 'A6')) is not true
