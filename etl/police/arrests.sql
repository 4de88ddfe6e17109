-- title:   Arrests and their screening
-- purpose: How arrests become star.fact_arrest for the children touched
-- into:    star.fact_arrest
-- rules:   diverted: by the outcome where it is final, else by the screening's decision. Out of court and without a caution (community
--          resolution, outcome 22), and everything the screening diverted, is diversion from prosecution; so are the youth cautions,
--          which stand in place of it. No further action for lack of evidence is no diversion
select
    t.person_key, h.authority,
    h.reference, h.arrested_at, h.offence, h.offence_group, h.urn, h.in_placement,
    h.screened_on, h.screening_decision,
    case
        when h.outcome in ('charged', 'recalled') then false
        when h.outcome in ('community_resolution', 'outcome_22', 'youth_caution', 'youth_conditional_caution', 'out_of_court') then true
        when h.screening_decision in ('divert', 'restorative') then true
        when h.outcome = 'no_further_action' or h.screening_decision in ('proceed', 'no_further_action') then false
    end as diverted,
    h.outcome, h.outcome_on, h.appropriate_adult, h.detained_overnight, h.bed_requested, h.bed_provided,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.arrests as h on h.subject = t.identifier and h.authority = t.authority
where {{usable}}
