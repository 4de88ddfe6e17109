-- rule:    553
-- title:   Placement order (E1): no decision-to-place record, or the decision is shown as ceased while E1 is open
-- fields:  CHILD, DATE_PLACED, DATE_PLACED_CEASED, REASON_PLACED_CEASED
-- reports: Episodes, PlacedAdoption
-- reads:   episodes, placed_adoption
-- needs:   Episodes, PlacedAdoption
-- source:  SSDA903 validation rules, 553
-- found:   There is a placement order (E1), but no decision that the child should be placed for adoption, or that decision is shown as ended while
--          the order stands.
-- fix:     Record the decision to place, take out the date and reason of its end, or correct the legal status.
-- version: 2022-23
select 'Episodes' as module, e.row_id
from episodes e
where e.ls = 'E1'
    and not exists (select from placed_adoption p where p.child = e.child)
union all
select 'PlacedAdoption', p.row_id
from placed_adoption p
join episodes e using (child)
where e.ls = 'E1'
    and e.dec_text is null
    and (p.date_placed_ceased_text is not null or p.reason_placed_ceased is not null)
