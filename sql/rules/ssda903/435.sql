-- rule:    435
-- title:   New episode coded as placement change only, but legal status differs or placement details are unchanged
-- fields:  LS, PLACE, PL_POST, URN, PLACE_PROVIDER
-- reports: Episodes
-- reads:   episodes_in_order
-- needs:   Episodes
-- source:  SSDA903 validation rules, 435
-- found:   The episode is said to start with a change of placement only (P or T), but the legal status differs, or placement, postcode, URN and
--          provider are as before.
-- fix:     Give the reason that fits what changed (L if only the legal status did, B or U if both did), or correct the field that is wrong.
-- notes:   QUIRK: a blank never equals a blank here, so a blank legal status is flagged and an unchanged placement without a URN is not; the
--          other reading takes two blanks as equal, as in 434 and 436.
-- version: 2022-23
select row_id
from episodes_in_order
where previous_row_id is not null
  and rne in ('P', 'T')
  and ((ls = previous_ls) is not true
       or (place = previous_place and pl_post = previous_pl_post and urn = previous_urn and place_provider = previous_place_provider))
