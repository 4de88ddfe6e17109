-- title:   Missing and away, from the police
-- purpose: How police reports become star.fact_missing for the children touched, with their clock times
-- into:    star.fact_missing
-- rules:   the absence begins when the child was last seen, where that is told, else when it was reported; its days are days in England.
--          A report without a kind is of a missing child. A cancelled report is no absence
-- edges:   absences of a kind that begin on one day are numbered in the order of their start; a last-seen time after the report is a
--          slip, and the report counts
with reports as (
    select
        t.person_key, h.*, coalesce(h.kind, 'M') as missing,
        least(coalesce(h.last_seen_at, h.reported_at), h.reported_at) as began_at
    from touched as t
    join source.police_missing as h on h.subject = t.identifier and h.authority = t.authority
    where {{usable}} and h.status is distinct from 'cancelled'
)
select
    person_key, authority,
    missing, (began_at at time zone 'Europe/London')::date as mis_start, (returned_at at time zone 'Europe/London')::date as mis_end,
    row_number() over (
        partition by person_key, missing, (began_at at time zone 'Europe/London')::date order by began_at, reference)::smallint as number_on_day,
    last_seen_at, reported_at, returned_at,
    risk, coalesce(risk_final, risk) as risk_final, reference, reported_by,
    place_from, postcode_from, circumstances, returned_how, found_place,
    prevention_interview_at, trigger_plan, strategy_discussion,
    scope, as_at, occurrence, assertion_id
from reports
