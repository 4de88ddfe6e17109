-- rule:    392c
-- title:   Home or placement postcode is not a known postcode
-- fields:  HOME_POST, PL_POST
-- reports: Episodes
-- reads:   episodes, postcodes
-- needs:   Episodes, postcodes
-- source:  SSDA903 validation rules, 392c
-- found:   The home or placement postcode is not in the postcode directory.
-- fix:     Correct the postcode; if it is new, use a newer directory.
-- version: 2022-23
select 'Episodes' as module, e.row_id
from episodes e
where e.home_post is not null
  and not exists (select from postcodes p where p.postcode = replace(e.home_post, ' ', ''))
union all
select 'Episodes', e.row_id
from episodes e
where e.pl_post is not null
  and not exists (select from postcodes p where p.postcode = replace(e.pl_post, ' ', ''))
