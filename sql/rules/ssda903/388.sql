-- rule:    388
-- title:   Reason episode ceased does not fit what follows: X1 without adjoining next episode, or next episode without X1
-- fields:  REC
-- reports: Episodes
-- reads:   episodes, episodes_in_order
-- needs:   Episodes
-- source:  SSDA903 validation rules, 388
-- found:   The reason ceased does not fit what follows: X1 (continues on the same day) without such an episode, or such an episode without X1.
-- fix:     Use X1 when the next episode starts on the day this one ends, and another reason when care ended; check both dates.
-- notes:   Here an episode without a readable DECOM counts as if it began on 1 January 1901; elsewhere such episodes are last. Only
--          children who have one are ordered again.
-- version: 2022-23
with undated as (
    select distinct child
    from episodes
    where decom is null
),
followed as (
    select e.row_id, e.dec, e.rec, e.next_decom as next_start
    from episodes_in_order e
    where e.child is not null
      and not exists (select from undated u where u.child = e.child)
    union all
    select e.row_id, e.dec, e.rec, lead(coalesce(e.decom, date '1901-01-01')) over in_order
    from episodes e
    join undated using (child)
    window in_order as (partition by child order by coalesce(e.decom, date '1901-01-01'), e.row_id)
)
select 'Episodes' as module, row_id
from followed
where dec is not null
  and (rec = 'X1' and dec is distinct from next_start
       or rec <> 'X1' and dec = next_start)
