-- rule:    388
-- title:   Reason episode ceased does not fit what follows: X1 without adjoining next episode, or next episode without X1
-- fields:  REC
-- reports: Episodes
-- reads:   episodes_in_order, first_episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 388
-- found:   The reason ceased does not fit what follows: X1 (continues on the same day) without such an episode, or such an episode without X1.
-- fix:     Use X1 when the next episode starts on the day this one ends, and another reason when care ended; check both dates.
-- notes:   Here an episode without a readable DECOM stands before all others, as if it began on 1 January 1901; elsewhere such episodes are last.
-- version: 2022-23
with followed as (
    select row_id, dec, rec, next_decom as next_start
    from episodes_in_order
    where child is not null
      and decom is not null
      and dec is not null
    union all
    select e.row_id, e.dec, e.rec,
        case when e.next_row_id is not null then date '1901-01-01' else f.decom end
    from episodes_in_order e
    left join first_episodes f using (child)
    where e.child is not null
      and e.decom is null
      and e.dec is not null
)
select 'Episodes' as module, row_id
from followed
where (rec = 'X1' and dec is distinct from next_start)
   or (rec <> 'X1' and dec = next_start)
