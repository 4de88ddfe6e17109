-- rule:    392d
-- title:   Home and placement postcode are the same although the child is not placed with parents
-- fields:  HOME_POST, PL_POST, PLACE
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 392d
-- found:   The home and the placement postcode are the same, but the child is not placed with parents (P1).
-- fix:     Correct the postcode that is wrong, or the placement.
-- notes:   Postcodes are compared as given, blanks included.
-- version: 2022-23
select row_id
from episodes
where home_post = pl_post
  and place is distinct from 'P1'
