-- rule:    364
-- title:   Detention under PACE in local authority accommodation (J2) lasted more than 21 days
-- fields:  LS, DECOM, DEC
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 364
-- found:   The child was in local authority accommodation under PACE (J2) for more than 21 days without a break.
-- fix:     Correct the dates of the episode, or the legal status if the child was accommodated on another ground.
-- notes:   REFERENCE DIFFERS: it walks the rows in file order, so spells come out otherwise when the file is not ordered by child and start date.
--          QUIRK: overlapping episodes count their common days twice; a row without CHILD stands alone.
-- version: 2022-23
with detentions as (
    select row_id, child, decom,
        case when dec_text is null then :year_end else dec end as ends
    from episodes
    where ls = 'J2'
      and decom is not null
),
with_previous as (
    select row_id, child, decom, ends,
        lag(row_id) over in_order as previous_row_id,
        lag(ends) over in_order as previous_ends
    from detentions
    window in_order as (partition by child order by decom, row_id)
),
spells as (
    select row_id, child, ends - decom as days,
        count(*) filter (where child is null or previous_row_id is null or decom > previous_ends)
            over (partition by child order by decom, row_id) as spell
    from with_previous
),
lengths as (
    select row_id, sum(days) over (partition by child, spell) as days
    from spells
)
select 'Episodes' as module, row_id
from lengths
where days > 21
