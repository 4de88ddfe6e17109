-- rule:    408
-- title:   Placement under a placement order (A5/A6) without legal status E1
-- fields:  PLACE, LS
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 408
-- found:   The child is placed for adoption under a placement order (A5 or A6), but the legal status is not E1 (placement order).
-- fix:     Record E1, or A3 or A4 if the parents consented to the placement.
-- version: 2022-23
select row_id
from episodes
where place in ('A5', 'A6')
  and ls is distinct from 'E1'
