-- title:   Section 47 enquiries, from the CIN census
-- purpose: How assertions of this dataset become star.fact_section_47_enquiry for the children touched
-- into:    star.fact_section_47_enquiry
-- edges:   the census does not ask when an enquiry was completed
select
    t.person_key, h.authority,
    h.s47actualstartdate as started, h.cinreferraldate as referred, null::date as ended, null::boolean as no_further_action,
    h.icpcnotrequired as conference_not_required, h.initialcpctarget as conference_target, h.dateofinitialcpc as conference,
    null::text[] as outcomes, null::text as team, null::text as worker,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.cin_section_47 as h on h.lachildid = t.identifier and h.authority = t.authority
where {{usable}}
