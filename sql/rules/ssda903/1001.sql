-- rule:    1001
-- title:   Episodes suggest the young person is not a relevant or former relevant child, so no care-leaver data is due
-- fields:  IN_TOUCH, ACTIV, ACCOM
-- reports: OC3
-- reads:   episodes, episodes_last, episodes_earlier, header, oc3
-- needs:   Episodes, Episodes_last, OC3, Header
-- source:  SSDA903 validation rules, 1001
-- found:   By the episodes of this year and the years before, the young person was not looked after for 13 weeks since the age of 14, some of
--          it after 16, or left care by adoption.
-- fix:     Check the episodes and the child identifier; if the time in care lies before the returns given, the record is in order.
-- notes:   All earlier returns given are read; with last year's alone, those whose care lies before it are flagged. REFERENCE DIFFERS: it
--          confuses rows of the two years that have the same number, and flags everybody of 20 or over or without a date of birth. Young
--          people of 20 or over at the end of the year are tested for adoption only. Nothing is flagged when this year or last has no
--          episodes, or when nobody under 20 has an episode other than short breaks.
-- version: 2022-23
with in_scope as (
    select child, dob
    from header
    where child is not null
      and dob + interval '20 years' > :year_end
), all_years as (
    select :year as collection, row_id, child, decom, dec, ls, rec from episodes where child in (select child from oc3)
    union all
    select collection, row_id, child, decom, dec, ls, rec from episodes_earlier where child in (select child from oc3)
), spells as (
    -- one row per start: the one that ends first, as the newest return tells it
    select distinct on (child, decom) child, decom, dec, ls, rec
    from all_years
    order by child, decom, dec nulls last, collection desc, row_id
), marked as (
    select child, decom, dec, ls, rec, decom = max(decom) over (partition by child) as latest
    from spells
), with_birthdays as (
    -- the latest spell, when it is open, runs to the end of the year
    select m.child,
        m.decom,
        coalesce(m.dec, case when m.latest then :year_end end) as dec,
        (s.dob + interval '14 years')::date as birthday_14,
        (s.dob + interval '16 years')::date as birthday_16
    from marked m
    join in_scope s using (child)
    where (m.ls in ('V3', 'V4')) is not true
), long_enough as (
    -- 13 weeks since the fourteenth birthday, at least a day of it since the sixteenth; greatest() passes nulls over
    select child
    from with_birthdays
    group by child
    having sum(greatest(0, dec - greatest(decom, birthday_14))) >= 91
       and sum(greatest(0, dec - greatest(decom, birthday_16))) >= 1
), anybody as (
    -- as with_birthdays, of those without a care-leaver record as well; asked only when nobody with one is left
    select
    from (
        select distinct on (child, decom) child, ls
        from (
            select :year as collection, row_id, child, decom, dec, ls from episodes
            union all
            select collection, row_id, child, decom, dec, ls from episodes_earlier
        ) every_spell
        order by child, decom, dec nulls last, collection desc, row_id
    ) spell
    join in_scope using (child)
    where (ls in ('V3', 'V4')) is not true
), failing as (
    select o.row_id
    from oc3 o
    where exists (select from in_scope s where s.child = o.child)
      and not exists (select from long_enough l where l.child = o.child)
    union all
    select o.row_id
    from oc3 o
    join marked m using (child)
    where m.latest and m.rec in ('E11', 'E12')
)
select 'OC3' as module, row_id
from failing
where exists (select from episodes)
  and exists (select from episodes_last)
  and (exists (select from with_birthdays) or exists (select from anybody))
