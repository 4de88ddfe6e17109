-- title:   Offences, from the case system
-- purpose: How assertions of this dataset become star.fact_offence for the children touched
-- into:    star.fact_offence
-- rules:   the case system keeps what the return asks: convictions, youth cautions and youth conditional cautions, so each is proven
-- edges:   the one date it has is taken as that of the outcome; offences of one day are numbered in the order of their identifiers
select
    t.person_key, h.authority,
    h.clac_cla_conviction_date as outcome_on,
    row_number() over (partition by t.person_key, h.clac_cla_conviction_date order by h.business_key, h.occurrence)::smallint as number_on_day,
    h.clac_cla_conviction_id as reference, null::date as committed_on, h.clac_cla_conviction_offence as offence, null::text as offence_group,
    null::integer as gravity, null::text as outcome, null::text as tier, true as proven, null::text as court, null::boolean as first_time_entrant,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssd_cla_convictions as h on h.clac_person_id = t.identifier and h.authority = t.authority
where {{usable}} and h.clac_cla_conviction_date is not null
