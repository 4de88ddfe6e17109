-- title:   Child protection plans, from the CIN census
-- purpose: How assertions of this dataset become star.fact_cp_plan for the children touched
-- into:    star.fact_cp_plan
-- inputs:  source.cin_section_47
-- rules:   a plan begins on the day of the conference that makes it; the conference is named where an enquiry of the census led to it
select
    t.person_key, h.authority,
    h.cppstartdate as started, h.cinreferraldate as referred,
    (
        select max(s.dateofinitialcpc) from source.cin_section_47 as s
        where s.lachildid = h.lachildid and s.authority = h.authority and s.dateofinitialcpc = h.cppstartdate
          and s.holds and not s.absent and s.unusable is null
    ) as conference,
    h.cppenddate as ended, h.initialcategoryofabuse as initial_category, h.latestcategoryofabuse as latest_category,
    h.numberofpreviouscpp as previous_plans, null::boolean as other_authority, null::text as team, null::text as worker,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.cin_protection_plans as h on h.lachildid = t.identifier and h.authority = t.authority
where {{usable}}
