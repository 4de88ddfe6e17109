-- rule:    1010
-- title:   Care-leaver data given, but an episode open at the end of last year has no episodes this year
-- fields:  IN_TOUCH, ACTIV, ACCOM
-- reports: OC3
-- reads:   episodes, episodes_last, oc3
-- needs:   Episodes, Episodes_last, OC3
-- source:  SSDA903 validation rules, 1010
-- found:   The young person is in the care-leaver file and was still looked after at the end of last year's return, but has no episode in
--          this year's.
-- fix:     Add the episodes that carry on from last year, with the date care ceased if it did.
-- notes:   QUIRK: the title speaks of care-leaver data, but a row of OC3 without any is flagged as well.
-- version: 2022-23
with last_rows as (
    select distinct on (child) child, dec_text
    from episodes_last
    where child is not null and decom is not null
    order by child, decom desc, row_id desc
)
select 'OC3' as module, o.row_id
from oc3 o
join last_rows l using (child)
where l.dec_text is null
  and not exists (select from episodes e where e.child = o.child)
