-- rule:    1014
-- title:   UASC record present for a care leaver who was not looked after during the year
-- fields:  ACTIV, ACCOM, IN_TOUCH, DUC
-- reports: UASC, OC3
-- reads:   uasc, episodes, oc3
-- needs:   UASC, Episodes, OC3
-- source:  SSDA903 validation rules, 1014
-- found:   The young person has care-leaver data and was not looked after in the year, but is in the unaccompanied asylum seeker file.
-- fix:     Take the unaccompanied asylum seeker record out, or add the episode of this year.
-- notes:   QUIRK: a child without any row in Episodes is not flagged, although a care leaver who left in an earlier year is the typical
--          case of the title; the other reading would flag that child's records too.
-- version: 2022-23
with not_looked_after as (
    select child
    from episodes
    where child is not null
    group by child
    having not coalesce(bool_or(decom <= :year_end and (dec >= :year_start or dec is null)), false)
),
failing as (
    select u.row_id as uasc_row, o.row_id as oc3_row
    from not_looked_after
    join uasc u using (child)
    join oc3 o using (child)
    where o.in_touch is not null or o.activ is not null or o.accom is not null
)
select 'UASC' as module, uasc_row as row_id from failing
union all
select 'OC3', oc3_row from failing
