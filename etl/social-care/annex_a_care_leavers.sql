-- title:   Care leavers' position, list 9 of Annex A, from list to list
-- purpose: One row for each list that said something else of a care leaver, and one for the list that no longer had them
-- into:    star.fact_care_leaver_position
-- inputs:  source.ssd_care_leavers
-- rules:   as for the case system (ssd_care_leavers.sql): what was said before is in the earlier versions of the record. Only of young people
--          whom the case system's own extract does not have: a position is a state, and two systems' words for it would take turns
-- edges:   of two files of one day the later one; a version that says the same as the one before it is no row
with spoken as (
    select distinct on (t.person_key, h.as_at)
        t.person_key, h.authority,
        h.as_at as told_on, h.eligibility, h.in_touch, h.latest_contact, h.accommodation,
        case h.suitability when '1' then true when '2' then false end as suitable, h.activity, h.latest_pathway_plan_review as pathway_plan,
        h.personal_adviser, h.allocated_team as team, h.allocated_worker as worker, h.absent as ended,
        h.scope, h.as_at, h.occurrence, h.assertion_id
    from touched as t
    join source.annex_a_care_leavers as h on h.child_unique_id = t.identifier and h.authority = t.authority
    where h.unusable is null and (not h.absent or not exists (
        select from source.annex_a_care_leavers as other
        where other.child_unique_id = h.child_unique_id and other.authority = h.authority and other.business_key <> h.business_key
          and other.holds and not other.absent))
      and not exists (
        select from source.ssd_care_leavers as s where s.clea_person_id = h.child_unique_id and s.authority = h.authority and s.unusable is null)
    order by t.person_key, h.as_at, h.absent, h.load_id desc, h.latest_contact desc nulls last, h.business_key, h.occurrence
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
