-- title:   Episodes with the period of care, placement and legal status they belong to
-- purpose: One pass in date order finds where each run begins; periods, placements and legal statuses are then simple groups
-- into:    star.fact_episode
-- inputs:  told
-- rules:   a period of care goes on when an episode starts the day the one before it ended with X1; RNE S starts a new one
--          (reference ssda903.yaml, derived_by_dfe_or_reader: period of care).
--          A placement goes on through RNE L, T and U: the carer stays (measures.yaml, placement_3_plus); temporary stays are
--          looked at afterwards (fact_episode.after_temporary.sql)
-- edges:   an episode that is closed without a follower ends its period whatever its REC
with in_order as (
    select
        told.*,
        coalesce(lag(dec) over by_date = decom and lag(rec) over by_date = 'X1' and rne is distinct from 'S', false) as continues,
        lag(ls) over by_date as ls_before
    from told
    window by_date as (partition by person_key order by decom)
)
select
    person_key, authority, decom, rne, ls, cin, place, place_provider, dec, rec, reason_place_change, home_post, pl_post, urn,
    max(decom) filter (where not continues) over by_date as period_start,
    max(decom) filter (where not continues or rne is null or rne not in ('L', 'T', 'U')) over by_date as placement_start,
    max(decom) filter (where not continues or ls is distinct from ls_before) over by_date as ls_start,
    dataset, assertion_id
from in_order
window by_date as (partition by person_key order by decom)
