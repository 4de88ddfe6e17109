-- title:   Episodes with the period of care, placement and legal status they belong to
-- purpose: One pass in date order finds where each run begins; periods, placements and legal statuses are then simple groups
-- into:    star.fact_episode
-- inputs:  told
-- rules:   a period of care goes on when an episode starts the day the one before it ended with X1; RNE S starts a new one
--          (reference ssda903.yaml, derived_by_dfe_or_reader: period of care).
--          A placement goes on through RNE L, T and U: the carer stays (measures.yaml, placement_3_plus). A temporary stay T0 to T4
--          is a placement of its own and does not end the one it interrupts, when the child returns to the same type, URN and postcode.
-- edges:   an episode that is closed without a follower ends its period whatever its REC
with in_order as (
    select
        told.*,
        place in ('T0', 'T1', 'T2', 'T3', 'T4') as temporary,
        (dec = lead(decom) over by_date and rec = 'X1' and lead(rne) over by_date is distinct from 'S') is true as goes_on,
        (lag(dec) over by_date = decom and lag(rec) over by_date = 'X1' and rne is distinct from 'S') is true as continues,
        lag(ls) over by_date as ls_before
    from told
    window by_date as (partition by person_key order by decom)
),
in_periods as (
    select
        in_order.*,
        max(case when not continues then decom end) over (partition by person_key order by decom) as period_start
    from in_order
),
against_last_stay as (
    -- the stay before this one among stays of the same kind (temporary or not) in the period
    select
        in_periods.*,
        lag(place) over of_kind as place_before, lag(urn) over of_kind as urn_before, lag(pl_post) over of_kind as pl_post_before,
        lag(decom) over of_kind is null as first_of_kind,
        lag(temporary) over (partition by person_key, period_start order by decom) as after_temporary
    from in_periods
    window of_kind as (partition by person_key, period_start, temporary order by decom)
),
marked as (
    select
        against_last_stay.*,
        case
            when first_of_kind then true
            when temporary then not coalesce(after_temporary, false) or rne in ('P', 'B')
            when after_temporary then (place, urn, pl_post) is distinct from (place_before, urn_before, pl_post_before)
            else coalesce(rne not in ('L', 'T', 'U'), true)
        end as starts_placement,
        not continues or ls is distinct from ls_before as starts_ls
    from against_last_stay
)
select
    person_key, authority, decom, rne, ls, cin, place, place_provider, dec, rec, reason_place_change, home_post, pl_post, urn,
    period_start,
    max(case when starts_placement then decom end) over (partition by person_key, period_start, temporary order by decom) as placement_start,
    max(case when starts_ls then decom end) over (partition by person_key, period_start order by decom) as ls_start,
    dataset, assertion_id
from marked
