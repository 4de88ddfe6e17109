-- rule:    164
-- title:   Placement distance is outside 0.0 to 999.9 miles; check the home and placement postcodes
-- fields:  PL_DISTANCE
-- reports: Episodes
-- reads:   episodes, placement_places, unaccompanied_children
-- needs:   Episodes, UASC or UASC_last, postcodes
-- source:  SSDA903 validation rules, 164
-- found:   The distance between home and placement, worked out from the postcodes, is not between 0.0 and 999.9 miles.
-- fix:     Correct the postcode of the home or of the placement.
-- notes:   REFERENCE DIFFERS: it does not look at the legal status, so short breaks (V3, V4) are flagged as well. AMBIGUOUS: a distance that
--          cannot be worked out (postcode blank or unknown) is not flagged; DfE's text can be read as failing it. Children who were UASC two
--          years ago are exempt too, if the return of that year is given.
-- version: 2022-23
with far as (
    select row_id
    from placement_places
    where pl_distance < 0 or pl_distance > 999.9
)
select 'Episodes' as module, e.row_id
from far
join episodes e using (row_id)
where (e.ls in ('V3', 'V4')) is not true
  and not exists (select from unaccompanied_children u where u.child = e.child)
