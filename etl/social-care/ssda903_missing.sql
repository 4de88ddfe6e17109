-- title:   Missing and away without authorisation, from the SSDA903 return
-- purpose: How assertions of this dataset become star.fact_missing for the children touched
-- into:    star.fact_missing
-- edges:   the return has days only: it tells the first absence of a kind on a day (number_on_day), and no clock times
select
    t.person_key, h.authority,
    h.missing, h.mis_start, h.mis_end,
    1::smallint as number_on_day, null::timestamptz as last_seen_at, null::timestamptz as reported_at, null::timestamptz as returned_at,
    null::text as risk, null::text as risk_final, null::text as reference, null::text as reported_by,
    null::text as place_from, null::text as postcode_from, null::text as circumstances, null::text as returned_how, null::text as found_place,
    null::timestamptz as prevention_interview_at, null::boolean as trigger_plan, null::date as strategy_discussion,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssda903_missing as h on h.child = t.identifier and h.authority = t.authority
where {{usable}}
