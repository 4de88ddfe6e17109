-- rule:    357
-- title:   First episode of the child starts in the year but is not coded S (started to be looked after)
-- fields:  RNE
-- reports: Episodes
-- reads:   episodes_in_order
-- needs:   Episodes
-- source:  SSDA903 validation rules, 357
-- found:   The child's first episode in this file begins in the collection year, but its reason is not S (became looked after).
-- fix:     Give S, or add the earlier episode that was open when the year began.
-- notes:   Last year's file is not consulted: a child whose episode carried over was left out is flagged, and first episodes before the year are
--          not tested.
-- version: 2022-23
select row_id
from episodes_in_order
where position = 1 and decom >= :year_start and rne is distinct from 'S'
