-- title:   Care leavers' position, from extract to extract
-- purpose: One row for each extract that said something else of a care leaver, and one for the extract that no longer had them
-- into:    star.fact_care_leaver_position
-- rules:   the case system keeps the latest position only; what it said before is in the earlier versions of its record, so that a
--          position can be had for any day
-- edges:   of two records of one extract the later contact stands; of two files of one day the later file. A version that says the same
--          as the one before it is no row. A record that is gone ends the position only where the
--          young person has no other
with spoken as (
    select distinct on (t.person_key, h.as_at)
        t.person_key, h.authority,
        h.as_at as told_on, h.clea_care_leaver_eligibility as eligibility, h.clea_care_leaver_in_touch as in_touch,
        (h.clea_care_leaver_latest_contact at time zone 'Europe/London')::date as latest_contact,
        h.clea_care_leaver_accommodation as accommodation,
        case h.clea_care_leaver_accom_suitable when '1' then true when '2' then false end as suitable,
        h.clea_care_leaver_activity as activity, h.clea_pathway_plan_review_date as pathway_plan,
        h.clea_care_leaver_personal_advisor as personal_adviser, h.clea_care_leaver_allocated_team as team,
        h.clea_care_leaver_worker_id as worker, h.absent as ended,
        h.scope, h.as_at, h.occurrence, h.assertion_id
    from touched as t
    join source.ssd_care_leavers as h on h.clea_person_id = t.identifier and h.authority = t.authority
    where h.unusable is null and (not h.absent or not exists (
        select from source.ssd_care_leavers as other
        where other.clea_person_id = h.clea_person_id and other.authority = h.authority and other.business_key <> h.business_key
          and other.holds and not other.absent))
    order by t.person_key, h.as_at, h.absent, h.load_id desc, h.clea_care_leaver_latest_contact desc nulls last, h.business_key, h.occurrence
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
