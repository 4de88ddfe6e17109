-- rule:    556
-- title:   Adoption decision is dated after the freeing order was granted
-- fields:  DATE_PLACED, DECOM
-- reports: Episodes
-- reads:   episodes, placed_adoption
-- needs:   Episodes, PlacedAdoption
-- source:  SSDA903 validation rules, 556
-- found:   The decision that the child be placed for adoption is dated after the freeing order (D1) began.
-- fix:     Correct the date of the decision or the start of the episode under the freeing order.
-- version: 2022-23
select 'Episodes' as module, e.row_id
from episodes e
where e.ls = 'D1'
  and exists (
      select from placed_adoption p
      where p.child = e.child
        and p.date_placed > e.decom
  )
