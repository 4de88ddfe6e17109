-- rule:    631
-- title:   Previous permanence code is not one of the allowed values
-- fields:  PREV_PERM
-- reports: PrevPerm
-- reads:   prev_perm
-- needs:   PrevPerm
-- source:  SSDA903 validation rules, 631
-- found:   The previous permanence code is not one of this collection.
-- fix:     Give P1 (adopted), P2 (special guardianship), P3 (residence or child arrangements order), P4 (not known) or Z1 (none).
-- version: 2022-23
select row_id
from prev_perm
where prev_perm not in ('P1', 'P2', 'P3', 'P4', 'Z1')
