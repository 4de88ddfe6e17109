-- rule:    392b
-- title:   Child is looked after but home and/or placement postcode is missing
-- fields:  HOME_POST, PL_POST
-- reports: Episodes
-- reads:   episodes, unaccompanied_children
-- needs:   Episodes
-- source:  SSDA903 validation rules, 392b
-- found:   The home postcode, the placement postcode or both are missing.
-- fix:     Give both postcodes; for an unaccompanied child, mark the child as UASC.
-- notes:   AMBIGUOUS: the guidance also exempts children who were unaccompanied two years ago; they are, if the return of that year is given, and
--          flagged with this year's and last year's alone. Without any UASC data nobody is exempt.
-- version: 2022-23
select 'Episodes' as module, e.row_id
from episodes e
where (e.ls in ('V3', 'V4')) is not true
  and (e.home_post is null or e.pl_post is null)
  and not exists (select from unaccompanied_children u where u.child = e.child)
