-- title:   Episodes of care, from the SSDA903 return
-- purpose: How assertions of this dataset become star.fact_episode for the children touched
-- into:    star.fact_episode
select
    t.person_key, h.authority,
    h.decom, h.rne, h.ls, h.cin, h.place, h.place_provider, h.dec, h.rec, h.reason_place_change, h.home_post, h.pl_post, h.urn,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssda903_episodes as h on h.child = t.identifier and h.authority = t.authority
where {{usable}}
