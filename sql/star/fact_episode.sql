-- title:   Episodes with the period of care, placement and legal status they belong to
-- purpose: One pass in date order finds where each run begins and ends; periods, placements and legal statuses are then read off
-- into:    star.fact_episode
-- inputs:  told
-- rules:   a period of care goes on when an episode starts the day the one before it ended with X1; RNE S starts a new one
--          (reference ssda903.yaml, derived_by_dfe_or_reader: period of care).
--          A placement goes on through RNE L, T and U: the carer stays (measures.yaml, placement_3_plus); temporary stays are
--          looked at afterwards (fact_episode.after_temporary.sql)
-- edges:   an episode that is closed without a follower ends its period whatever its REC
with beside_neighbours as (
    select
        told.*,
        (row_number() over by_date)::integer as number,
        lag(ls) over by_date as ls_before,
        lead(ls) over by_date as ls_after,
        coalesce(lag(dec) over by_date = decom and lag(rec) over by_date = 'X1' and rne is distinct from 'S', false) as continues,
        coalesce(lead(decom) over by_date = dec and rec = 'X1' and lead(rne) over by_date is distinct from 'S', false) as is_continued,
        lead(rne) over by_date in ('L', 'T', 'U') as carer_stays_after
    from told
    window by_date as (partition by person_key order by decom)
)
select
    person_key, authority, decom, rne, ls, cin, place, place_provider, dec, rec, reason_place_change, home_post, pl_post, urn,
    max(decom) filter (where not continues) over so_far as period_start,
    max(decom) filter (where not continues or rne is null or rne not in ('L', 'T', 'U')) over so_far as placement_start,
    max(decom) filter (where not continues or ls is distinct from ls_before) over so_far as ls_start,
    number - max(number) filter (where not continues) over so_far + 1 as number_in_period,
    number - max(number) filter (where not continues or rne is null or rne not in ('L', 'T', 'U')) over so_far + 1 as number_in_placement,
    not is_continued as ends_period,
    not is_continued or carer_stays_after is not true as ends_placement,
    not is_continued or ls_after is distinct from ls as ends_ls,
    dataset, assertion_id
from beside_neighbours
window so_far as (partition by person_key order by decom rows unbounded preceding)
