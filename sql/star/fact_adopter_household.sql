-- title:   Adoptive families
-- purpose: The adopters of one household together
-- into:    star.fact_adopter_household
-- inputs:  star.fact_adopter
-- rules:   two adopters are assessed together: a step is reached when the last of them has reached it, an enquiry is made when the
--          first of them makes it. A step that one of them has not reached has not been reached
-- edges:   an adopter without a household is one; a function of all adopters, not of one child: made anew as a whole
with adopters as (
    select a.*, coalesce(a.household, a.adopter) as family
    from star.fact_adopter as a
)
select
    authority, family as household, count(*)::integer as adopters, coalesce(bool_or(fostering_for_adoption), false) as fostering_for_adoption,
    min(enquired) as enquired,
    case when count(stage_1_started) = count(*) then max(stage_1_started) end as stage_1_started,
    case when count(stage_1_ended) = count(*) then max(stage_1_ended) end as stage_1_ended,
    case when count(stage_2_started) = count(*) then max(stage_2_started) end as stage_2_started,
    case when count(stage_2_ended) = count(*) then max(stage_2_ended) end as stage_2_ended,
    case when count(applied) = count(*) then max(applied) end as applied,
    case when count(approved) = count(*) then max(approved) end as approved,
    case when count(matched) = count(*) then max(matched) end as matched,
    case when count(placed) = count(*) then max(placed) end as placed,
    max(children_placed) as children_placed,
    case when count(adoption_order) = count(*) then max(adoption_order) end as adoption_order,
    case when count(left_on) = count(*) then max(left_on) end as left_on,
    case when count(left_on) = count(*) then (array_agg(left_reason order by left_on desc, adopter))[1] end as left_reason,
    (array_agg(dataset order by adopter))[1] as dataset,
    (array_agg(assertion_id order by adopter))[1] as assertion_id
from adopters
group by authority, family
