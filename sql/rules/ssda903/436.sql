-- rule:    436
-- title:   New episode coded as placement and legal status change, but one of them is unchanged
-- fields:  RNE, LS, PLACE, PL_POST, URN, PLACE_PROVIDER
-- reports: Episodes
-- reads:   episodes_in_order
-- needs:   Episodes
-- source:  SSDA903 validation rules, 436
-- found:   The episode is said to start with a change of placement and legal status (U or B), but one of them is as before.
-- fix:     Give the reason that fits what changed (L if only the legal status did, P or T if only the placement did), or correct the field that
--          should differ.
-- notes:   Two blanks count as unchanged, in the legal status too.
-- version: 2022-23
select row_id
from episodes_in_order
where previous_row_id is not null
  and rne in ('U', 'B')
  and (ls is not distinct from previous_ls
       or (place is not distinct from previous_place
           and pl_post is not distinct from previous_pl_post
           and urn is not distinct from previous_urn
           and place_provider is not distinct from previous_place_provider))
