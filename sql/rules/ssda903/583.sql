-- rule:    583
-- title:   Several decisions to place for adoption, and one before the latest has no ceased date
-- fields:  DATE_PLACED, DATE_PLACED_CEASED
-- reports: PlacedAdoption
-- reads:   placed_adoption
-- needs:   PlacedAdoption
-- source:  SSDA903 validation rules, 583
-- found:   The child has a later decision to be placed for adoption, but this earlier one has no date on which it ceased.
-- fix:     Give the date on which the earlier decision was reversed, or take the second decision out.
-- notes:   REFERENCE DIFFERS: it takes the largest DATE_PLACED as text (day first) for the latest. AMBIGUOUS: DfE's text speaks of rows with a
--          DATE_PLACED; a further row without one is flagged as well.
-- version: 2022-23
with from_latest as (
    select row_id, date_placed_ceased_text, row_number() over (partition by child order by date_placed desc nulls last, row_id) as place
    from placed_adoption
    where child is not null
)
select 'PlacedAdoption' as module, row_id
from from_latest
where place > 1
  and date_placed_ceased_text is null
