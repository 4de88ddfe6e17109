-- title:   Disabilities, from the CIN census
-- purpose: How assertions of this dataset become star.fact_disability for the children touched
-- into:    star.fact_disability
-- rules:   what the newest census says of a child: an earlier one may have said NONE of a child whose disability was found since
select
    t.person_key, h.authority, h.disability,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.cin_disabilities as h on h.lachildid = t.identifier and h.authority = t.authority
where {{usable}}
  and not exists (
    select from source.cin_disabilities as newer
    where newer.lachildid = h.lachildid and newer.authority = h.authority and newer.scope > h.scope
      and newer.holds and not newer.absent and newer.unusable is null)
