-- rule:    555
-- title:   Freeing order recorded without a matching decision to place for adoption
-- fields:  CHILD, DATE_PLACED, DATE_PLACED_CEASED, REASON_PLACED_CEASED
-- reports: Episodes, PlacedAdoption
-- reads:   episodes, placed_adoption
-- needs:   Episodes, PlacedAdoption
-- source:  SSDA903 validation rules, 555
-- found:   The child has a freeing order (D1) but no decision to be placed for adoption, or that decision ceased while the order goes on.
-- fix:     Give the decision to place for adoption, take its end out, or correct the legal status.
-- version: 2022-23
select 'Episodes' as module, e.row_id
from episodes e
where e.ls = 'D1'
  and not exists (select from placed_adoption p where p.child = e.child)
union all
select 'PlacedAdoption', p.row_id
from placed_adoption p
where (p.date_placed_ceased_text is not null or p.reason_placed_ceased is not null)
  and exists (
      select from episodes e
      where e.child = p.child
        and e.ls = 'D1'
        and e.dec_text is null
  )
