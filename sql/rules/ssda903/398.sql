-- rule:    398
-- title:   Postcodes recorded for a child in respite care (V3/V4)
-- fields:  LS, HOME_POST, PL_POST
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 398
-- found:   A postcode is given for a child in short breaks (V3 or V4).
-- fix:     Take both postcodes out, or correct the legal status.
-- version: 2022-23
select row_id
from episodes
where ls in ('V3', 'V4')
  and (home_post is not null or pl_post is not null)
