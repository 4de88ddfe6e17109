-- title:   Return home interviews, from the case system
-- purpose: Whether an interview was offered and accepted after each absence
-- into:    star.fact_return_interview
-- edges:   absences of one kind and day are numbered as in star.fact_missing; an absence of which nothing is said has no row
select r.*
from (
    select
        t.person_key, h.authority,
        a.mis_start, h.miss_missing_episode_type as missing,
        row_number() over (
            partition by t.person_key, a.mis_start, h.miss_missing_episode_type
            order by h.miss_missing_episode_start_date, h.miss_missing_episode_end_date, h.business_key, h.occurrence)::smallint as number_on_day,
        null::text as reference,
        case when (h.miss_missing_episode_end_date at time zone 'Europe/London')::time <> time '00:00' then h.miss_missing_episode_end_date end as returned_at,
        h.miss_missing_rhi_offered as offered, null::timestamptz as offered_at, h.miss_missing_rhi_accepted as accepted,
        null::text as not_held_reason, null::timestamptz as held_at, null::boolean as within_72_hours, null::text as interviewer,
        null::boolean as independent, null::text as main_reason, null::integer as episodes_covered, null::boolean as harm_disclosed,
        null::boolean as exploitation_concern, null::date as shared_with_police,
        h.scope, h.as_at, h.occurrence, h.assertion_id
    from touched as t
    join source.ssd_missing as h on h.miss_person_id = t.identifier and h.authority = t.authority
    cross join lateral (select (h.miss_missing_episode_start_date at time zone 'Europe/London')::date as mis_start) as a
    where {{usable}} and a.mis_start is not null and h.miss_missing_episode_type is not null
) as r
where r.offered is not null or r.accepted is not null
