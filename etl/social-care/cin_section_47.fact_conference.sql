-- title:   Initial child protection conferences, from the CIN census
-- purpose: How assertions of this dataset become star.fact_conference for the children touched
-- into:    star.fact_conference
-- inputs:  source.cin_protection_plans
-- rules:   a plan begins on the day of the conference that makes it
select
    t.person_key, h.authority,
    h.dateofinitialcpc as held, h.cinreferraldate as referred, h.s47actualstartdate as section_47_started, false as transfer_in,
    h.initialcpctarget as target,
    exists (
        select from source.cin_protection_plans as p
        where p.lachildid = h.lachildid and p.authority = h.authority and p.cppstartdate = h.dateofinitialcpc
          and p.holds and not p.absent and p.unusable is null) as plan_made,
    null::text as meeting, null::text[] as outcomes, null::text as team, null::text as worker,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.cin_section_47 as h on h.lachildid = t.identifier and h.authority = t.authority
where {{usable}} and h.dateofinitialcpc is not null
