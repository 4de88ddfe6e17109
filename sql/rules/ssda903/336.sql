-- rule:    336
-- title:   Child placed for adoption with current foster carer but previous placement was not a foster one
-- fields:  PLACE
-- reports: Episodes
-- reads:   episodes_in_order
-- needs:   Episodes
-- source:  SSDA903 validation rules, 336
-- found:   The child is placed for adoption with the current foster carer (A3, A5), but the placement before was neither fostering (U1 to U6) nor
--          adoptive (A3 to A6).
-- fix:     Correct the placement type of this episode or of the one before.
-- notes:   The reference implementation tests A3 and A4 instead of A3 and A5, and gives no result when any child has no readable start date.
-- version: 2022-23
select row_id
from episodes_in_order
where place in ('A3', 'A5')
  and previous_row_id is not null
  and (previous_place in ('A3', 'A4', 'A5', 'A6', 'U1', 'U2', 'U3', 'U4', 'U5', 'U6')) is not true
