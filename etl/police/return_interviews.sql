-- title:   Return home interviews, from the interview service
-- purpose: How interviews become star.fact_return_interview for the children touched: one row for each absence that an interview covered
-- into:    star.fact_return_interview
-- inputs:  source.police_missing
-- rules:   72 hours run from the return, by the clock (Statutory guidance on children who run away or go missing from home or care, 2014)
-- edges:   an absence is found by the police's reference; where none leads to one, the interview's own day of it counts, as the first of
--          that day. Of two interviews about one absence the one that was held counts, then the later offer
with absences as (
    -- the same numbers as in police_missing.sql
    select
        person_key, authority, reference, missing, mis_start, returned_at,
        row_number() over (partition by person_key, missing, mis_start order by began_at, reference)::smallint as number_on_day
    from (
        select
            t.person_key, p.authority, p.reference, coalesce(p.kind, 'M') as missing, p.returned_at,
            least(coalesce(p.last_seen_at, p.reported_at), p.reported_at) as began_at,
            (least(coalesce(p.last_seen_at, p.reported_at), p.reported_at) at time zone 'Europe/London')::date as mis_start
        from touched as t
        join source.police_missing as p on p.subject = t.identifier and p.authority = t.authority
        where p.holds and not p.absent and p.unusable is null and p.status is distinct from 'cancelled'
    ) as reports
),
interviews as (
    select t.person_key, h.*
    from touched as t
    join source.return_interviews as h on h.subject = t.identifier and h.authority = t.authority
    where {{usable}}
),
covered as (
    select i.assertion_id, a.mis_start, a.missing, a.number_on_day, coalesce(a.returned_at, i.returned_at) as returned_at
    from interviews as i
    cross join lateral string_to_table(regexp_replace(i.missing_references, '[,;|[:space:]]+', ';', 'g'), ';') as named(reference)
    join absences as a on a.person_key = i.person_key and a.authority = i.authority and upper(a.reference) = upper(named.reference)
),
of_absences as (
    select * from covered
    union all
    select i.assertion_id, i.missing_from, coalesce(i.missing_kind, 'M'), 1::smallint, i.returned_at
    from interviews as i
    where i.missing_from is not null and not exists (select from covered as c where c.assertion_id = i.assertion_id)
)
select distinct on (i.person_key, c.mis_start, c.missing, c.number_on_day)
    i.person_key, i.authority,
    c.mis_start, c.missing, c.number_on_day, i.reference, c.returned_at,
    i.offered, i.offered_at, i.accepted, i.not_held_reason,
    i.held_at, i.held_at - c.returned_at <= interval '72 hours' as within_72_hours, i.interviewer, i.independent,
    i.main_reason, (count(*) over (partition by i.assertion_id))::integer as episodes_covered,
    i.harm_disclosed, i.exploitation_concern, i.shared_with_police,
    i.scope, i.as_at, i.occurrence, i.assertion_id
from of_absences as c
join interviews as i on i.assertion_id = c.assertion_id
order by i.person_key, c.mis_start, c.missing, c.number_on_day, (i.held_at is null), i.held_at desc, i.offered_at desc nulls last, i.reference
