-- rule:    579
-- title:   New decision to place for adoption starts while the child's previous one is still open, or overlaps it
-- fields:  DATE_PLACED, DATE_PLACED_CEASED
-- reports: PlacedAdoption
-- reads:   placed_adoption
-- needs:   PlacedAdoption
-- source:  SSDA903 validation rules, 579
-- found:   The decision to place for adoption was made while the child's previous one still stood, or before that had ended.
-- fix:     End the previous decision before the next one, or keep only one of them.
-- notes:   A decision without a readable date comes last, and is flagged if the one before it has not ended.
-- version: 2022-23
with decisions as (
    select row_id, date_placed,
        lag(row_id) over in_order as previous_row_id,
        lag(date_placed_ceased) over in_order as previous_date_placed_ceased
    from placed_adoption
    where child is not null
    window in_order as (partition by child order by date_placed, row_id)
)
select 'PlacedAdoption' as module, row_id
from decisions
where previous_row_id is not null
    and (previous_date_placed_ceased is null or date_placed < previous_date_placed_ceased)
