-- title:   Missing and away without authorisation, from the case system
-- purpose: How assertions of this dataset become star.fact_missing for the children touched
-- into:    star.fact_missing
-- edges:   the day is that of England. Absences of one kind and day are numbered in the order of their clock times; the hours are
--          those that a worker wrote down: who was last seen and reported when, the police tell
select
    t.person_key, h.authority,
    h.miss_missing_episode_type as missing, a.mis_start, a.mis_end,
    row_number() over (
        partition by t.person_key, a.mis_start, h.miss_missing_episode_type
        order by h.miss_missing_episode_start_date, h.miss_missing_episode_end_date, h.business_key, h.occurrence)::smallint as number_on_day,
    null::timestamptz as last_seen_at, null::timestamptz as reported_at,
    case when (h.miss_missing_episode_end_date at time zone 'Europe/London')::time <> time '00:00' then h.miss_missing_episode_end_date end as returned_at,
    null::text as risk, null::text as risk_final, null::text as reference, null::text as reported_by,
    null::text as place_from, null::text as postcode_from, null::text as circumstances, null::text as returned_how, null::text as found_place,
    null::timestamptz as prevention_interview_at, null::boolean as trigger_plan, null::date as strategy_discussion,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssd_missing as h on h.miss_person_id = t.identifier and h.authority = t.authority
cross join lateral (
    select (h.miss_missing_episode_start_date at time zone 'Europe/London')::date as mis_start,
           (h.miss_missing_episode_end_date at time zone 'Europe/London')::date as mis_end
) as a
where {{usable}} and a.mis_start is not null and h.miss_missing_episode_type is not null
