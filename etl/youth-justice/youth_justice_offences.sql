-- title:   Offences and their outcomes, from the youth justice service
-- purpose: How offences become star.fact_offence for the children touched
-- into:    star.fact_offence
-- rules:   an offence without an outcome yet is not here. Tier and proven follow the outcome where the service does not say: cautions are
--          out of court and proven; every sentence of a court is proven (SSDA903 guide, OC2: convicted, or given a youth caution
--          or youth conditional caution)
-- edges:   offences with an outcome on one day are numbered in the order of their references
with offences as (
    select
        t.person_key, h.*,
        coalesce(h.tier, case
            when h.outcome in ('community_resolution', 'outcome_22', 'youth_caution', 'youth_conditional_caution', 'reprimand', 'final_warning')
                then 'out_of_court'
            when h.outcome in ('absolute_discharge', 'conditional_discharge', 'fine', 'bind_over', 'compensation_order', 'reparation_order',
                               'referral_order', 'other_sentence')
                then 'first_tier'
            when h.outcome in ('youth_rehabilitation_order', 'youth_rehabilitation_order_iss') then 'community'
            when h.outcome in ('detention_and_training_order', 'section_250', 'section_259') then 'custody'
            when h.outcome = 'no_further_action' then 'none'
        end) as tier_of_outcome
    from touched as t
    join source.youth_justice_offences as h on h.subject = t.identifier and h.authority = t.authority
    where {{usable}} and h.outcome_on is not null
)
select
    person_key, authority,
    outcome_on, row_number() over (partition by person_key, outcome_on order by reference, assertion_id)::smallint as number_on_day,
    reference, committed_on, offence, offence_group, gravity,
    outcome, tier_of_outcome as tier,
    case
        when outcome in ('youth_caution', 'youth_conditional_caution', 'reprimand', 'final_warning') then true
        when outcome in ('no_further_action', 'community_resolution', 'outcome_22') then false
        when tier_of_outcome in ('first_tier', 'community', 'custody') then true
        when tier_of_outcome = 'none' then false
    end as proven,
    court, first_time_entrant,
    scope, as_at, occurrence, assertion_id
from offences
