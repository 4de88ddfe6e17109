-- rule:    557
-- title:   Child left care unadopted after a placement decision/order, but the end of the decision is not recorded
-- fields:  DATE_PLACED_CEASED, REASON_PLACED_CEASED, PLACE, LS, REC
-- reports: Episodes, PlacedAdoption
-- reads:   episodes, placed_adoption
-- needs:   Episodes, PlacedAdoption
-- source:  SSDA903 validation rules, 557
-- found:   The child was placed for adoption or under a placement order and left care unadopted, but the date or reason of the end of the decision
--          to place is blank.
-- fix:     Give the date and reason for which the child should no longer be placed for adoption, or correct how care ended.
-- version: 2022-23
with candidate as (
    select row_id, child
    from episodes
    where (place in ('A3', 'A4', 'A5', 'A6') or ls in ('D1', 'E1'))
        and rec not in ('E11', 'E12', 'X1')
),
incomplete as (
    select row_id, child
    from placed_adoption
    where date_placed_ceased_text is null or reason_placed_ceased is null
)
select 'Episodes' as module, e.row_id
from candidate e
where not exists (select from placed_adoption p where p.child = e.child)
union all
select 'Episodes', e.row_id
from candidate e
join incomplete p using (child)
union all
select 'PlacedAdoption', p.row_id
from incomplete p
join candidate e using (child)
-- version: 2024-25 freeing orders (D1) are gone
with candidate as (
    select row_id, child
    from episodes
    where (place in ('A3', 'A4', 'A5', 'A6') or ls = 'E1')
        and rec not in ('E11', 'E12', 'X1')
),
incomplete as (
    select row_id, child
    from placed_adoption
    where date_placed_ceased_text is null or reason_placed_ceased is null
)
select 'Episodes' as module, e.row_id
from candidate e
where not exists (select from placed_adoption p where p.child = e.child)
union all
select 'Episodes', e.row_id
from candidate e
join incomplete p using (child)
union all
select 'PlacedAdoption', p.row_id
from incomplete p
join candidate e using (child)
