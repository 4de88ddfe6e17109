-- rule:    392a
-- title:   Child is looked after but the placement distance could not be recorded/derived
-- fields:  PL_DISTANCE
-- reports: Episodes
-- reads:   episodes, placement_places, unaccompanied_children
-- needs:   Episodes, postcodes, UASC or UASC_last
-- source:  SSDA903 validation rules, 392a
-- found:   No distance can be worked out between home and placement, because a postcode is missing or not known.
-- fix:     Give both postcodes, complete and correct; for an unaccompanied child, mark the child as UASC.
-- notes:   AMBIGUOUS: the guidance also exempts children who were unaccompanied two years ago; they are, if the return of that year is given, and
--          flagged with this year's and last year's alone.
-- version: 2022-23
select 'Episodes' as module, e.row_id
from episodes e
join placement_places p using (row_id)
where (e.ls in ('V3', 'V4')) is not true
  and p.pl_distance is null
  and not exists (select from unaccompanied_children u where u.child = e.child)
