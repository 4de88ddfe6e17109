-- rule:    434
-- title:   New episode coded as legal status change only, but legal status is unchanged or placement details differ
-- fields:  RNE, LS, PLACE, PL_POST, URN, PLACE_PROVIDER
-- reports: Episodes
-- reads:   episodes_in_order
-- needs:   Episodes
-- source:  SSDA903 validation rules, 434
-- found:   The episode is said to start with a change of legal status only (L), but the legal status is as before, or placement, postcode, URN or
--          provider differ.
-- fix:     Give the reason that fits what changed (B or U if both did, P or T if only the placement did), or correct the field that should not
--          differ.
-- notes:   Two blanks count as equal in the four placement fields, not in the legal status.
-- version: 2022-23
select row_id
from episodes_in_order
where previous_row_id is not null
  and rne = 'L'
  and (ls = previous_ls
       or place is distinct from previous_place
       or pl_post is distinct from previous_pl_post
       or urn is distinct from previous_urn
       or place_provider is distinct from previous_place_provider)
