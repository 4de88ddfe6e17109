-- title:   Return home interviews, from the interview service
-- purpose: How interviews become star.fact_return_interview for the children touched: one row for each absence that an interview covered
-- into:    star.fact_return_interview
-- inputs:  star.fact_missing
-- rules:   72 hours run from the return, by the clock (Statutory guidance on children who run away or go missing from home or care, 2014)
-- edges:   an absence is found by the police's reference; where none leads to one, by the day on which the interview says that it began,
--          which may be the day of its report; where there is none either, that day itself is told. Of two interviews about one absence
--          the one that was held counts, then the later offer
with interviews as (
    select t.person_key, h.*
    from touched as t
    join source.return_interviews as h on h.subject = t.identifier and h.authority = t.authority
    where {{usable}}
),
by_reference as (
    select i.assertion_id, a.mis_start, a.missing, a.number_on_day, a.returned_at
    from interviews as i
    cross join lateral string_to_table(regexp_replace(i.missing_references, '[,;|[:space:]]+', ';', 'g'), ';') as named(reference)
    join star.fact_missing as a on a.person_key = i.person_key and a.authority = i.authority and upper(a.reference) = upper(named.reference)
),
by_day as (
    select
        i.assertion_id, coalesce(a.mis_start, i.missing_from) as mis_start, coalesce(a.missing, i.missing_kind, 'M') as missing,
        coalesce(a.number_on_day, 1::smallint) as number_on_day, a.returned_at
    from interviews as i
    left join lateral (
        select m.mis_start, m.missing, m.number_on_day, m.returned_at
        from star.fact_missing as m
        where m.person_key = i.person_key and m.authority = i.authority and m.missing = coalesce(i.missing_kind, m.missing)
          and i.missing_from between m.mis_start and greatest(m.mis_start, (m.reported_at at time zone 'Europe/London')::date)
        order by m.mis_start desc, m.missing desc, m.number_on_day
        limit 1
    ) as a on true
    where i.missing_from is not null and not exists (select from by_reference as r where r.assertion_id = i.assertion_id)
),
covered as (
    select * from by_reference
    union all
    select * from by_day
)
select distinct on (i.person_key, c.mis_start, c.missing, c.number_on_day)
    i.person_key, i.authority,
    c.mis_start, c.missing, c.number_on_day, i.reference, coalesce(c.returned_at, i.returned_at) as returned_at,
    i.offered, i.offered_at, i.accepted, i.not_held_reason,
    i.held_at, i.held_at - coalesce(c.returned_at, i.returned_at) <= interval '72 hours' as within_72_hours, i.interviewer, i.independent,
    i.main_reason, (count(*) over (partition by i.assertion_id))::integer as episodes_covered,
    i.harm_disclosed, i.exploitation_concern, i.shared_with_police,
    i.scope, i.as_at, i.occurrence, i.assertion_id
from covered as c
join interviews as i on i.assertion_id = c.assertion_id
order by i.person_key, c.mis_start, c.missing, c.number_on_day, (i.held_at is null), i.held_at desc, i.offered_at desc nulls last, i.reference
