-- title:   Care leavers' position, from extract to extract
-- purpose: One row for each extract that said something else of a care leaver, and one for the extract that no longer had them
-- into:    star.fact_care_leaver_position
-- rules:   the case system keeps the latest position only; what it said before is in the earlier versions of its record, so that a
--          position can be had for any day
-- edges:   of two records of one extract the later contact stands, also where that record says what it said before; of two files of one
--          day the later file. A version that says the same as the one before it is no row. A record that is gone ends the position only
--          where the young person has no other
with version as (
    select
        t.person_key, h.*,
        lead(h.as_at) over (partition by t.person_key, h.business_key, h.occurrence order by h.as_at, h.load_id) as next_as_at
    from touched as t
    join source.ssd_care_leavers as h on h.clea_person_id = t.identifier and h.authority = t.authority
    where h.unusable is null
),
-- Nearly all have one record. Where there are more, a day on which one changed has the others as they stood.
several as (
    select person_key
    from version
    group by person_key
    having min(business_key) <> max(business_key) or max(occurrence) > 1
),
standing as (
    select version.*, as_at as told_on
    from version
    where next_as_at is distinct from as_at
    union all
    select version.*, d.told_on
    from (select distinct person_key, as_at as told_on from version join several using (person_key)) as d
    join version on version.person_key = d.person_key and version.as_at < d.told_on and coalesce(version.next_as_at > d.told_on, true)
),
spoken as (
    select distinct on (h.person_key, h.told_on)
        h.person_key, h.authority,
        h.told_on, h.clea_care_leaver_eligibility as eligibility, h.clea_care_leaver_in_touch as in_touch,
        (h.clea_care_leaver_latest_contact at time zone 'Europe/London')::date as latest_contact,
        h.clea_care_leaver_accommodation as accommodation,
        case h.clea_care_leaver_accom_suitable when '1' then true when '2' then false end as suitable,
        h.clea_care_leaver_activity as activity, h.clea_pathway_plan_review_date as pathway_plan,
        h.clea_care_leaver_personal_advisor as personal_adviser, h.clea_care_leaver_allocated_team as team,
        h.clea_care_leaver_worker_id as worker, h.absent as ended,
        h.scope, h.as_at, h.occurrence, h.assertion_id
    from standing as h
    order by h.person_key, h.told_on, h.absent, h.clea_care_leaver_latest_contact desc nulls last, h.business_key, h.occurrence
),
compared as (
    select
        spoken.*,
        (eligibility, in_touch, latest_contact, accommodation, suitable, activity, pathway_plan, personal_adviser, team, worker, ended)
            is not distinct from
            lag((eligibility, in_touch, latest_contact, accommodation, suitable, activity, pathway_plan, personal_adviser, team, worker, ended)) over by_day
            as same_as_before
    from spoken
    window by_day as (partition by person_key order by told_on)
)
select
    person_key, authority, told_on, eligibility, in_touch, latest_contact, accommodation, suitable, activity, pathway_plan, personal_adviser,
    team, worker, ended, scope, as_at, occurrence, assertion_id
from compared
where same_as_before is not true
