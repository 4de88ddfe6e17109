-- rule:    164
-- title:   Placement distance is outside 0.0 to 999.9 miles; check the home and placement postcodes
-- fields:  PL_DISTANCE
-- reports: Episodes
-- reads:   episodes, placement_places, header, uasc, header_last, uasc_last, uploaded
-- needs:   Episodes, UASC or UASC_last, postcodes
-- source:  SSDA903 validation rules, 164
-- found:   The distance between home and placement, worked out from the postcodes, is not between 0.0 and 999.9 miles.
-- fix:     Correct the postcode of the home or of the placement.
-- notes:   REFERENCE DIFFERS: it does not look at the legal status, so short breaks (V3, V4) are flagged as well. AMBIGUOUS: a distance that
--          cannot be worked out (postcode blank or unknown) is not flagged; DfE's text can be read as failing it. Children who were UASC two
--          years ago should be exempt too, but only last year's file is asked.
-- version: 2022-23
with ever_uasc as (
    -- the header tells when there is one, otherwise the rows of UASC that say anything
    select child
    from header
    where uasc = '1'
    union all
    select child
    from header_last
    where uasc = '1'
    union all
    select child
    from uasc
    where num_nonnulls(sex, dob_text, duc_text) > 0
      and not exists (select from uploaded where module = 'Header')
    union all
    select child
    from uasc_last
    where num_nonnulls(sex, dob_text, duc_text) > 0
      and not exists (select from uploaded where module = 'Header_last')
),
far as (
    select row_id
    from placement_places
    where pl_distance < 0 or pl_distance > 999.9
)
select 'Episodes' as module, e.row_id
from far
join episodes e using (row_id)
where (e.ls in ('V3', 'V4')) is not true
  and not exists (select from ever_uasc u where u.child = e.child)
