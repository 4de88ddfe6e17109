-- rule:    1012
-- title:   Other records present for a child who has no episode of care in this return
-- fields:  CHILD
-- reports: PlacedAdoption, Missing, Reviews, AD1, PrevPerm, OC2
-- reads:   episodes, placed_adoption, missing, reviews, ad1, prev_perm, oc2
-- needs:   Episodes
-- source:  SSDA903 validation rules, 1012
-- found:   There is a record of this kind for a child who has no episode of care in this return.
-- fix:     Add the child's episodes, correct the child identifier, or take the record out: a care leaver who was not looked after this year
--          has only Header and OC3.
-- notes:   AMBIGUOUS: DfE's message restricts this to care leavers; OC3 is not consulted. A row without CHILD matches no episode and is
--          flagged.
-- version: 2022-23
select 'PlacedAdoption' as module, r.row_id
from placed_adoption r
where not exists (select from episodes e where e.child = r.child)
union all
select 'Missing', r.row_id
from missing r
where not exists (select from episodes e where e.child = r.child)
union all
select 'Reviews', r.row_id
from reviews r
where not exists (select from episodes e where e.child = r.child)
union all
select 'AD1', r.row_id
from ad1 r
where not exists (select from episodes e where e.child = r.child)
union all
select 'PrevPerm', r.row_id
from prev_perm r
where not exists (select from episodes e where e.child = r.child)
union all
select 'OC2', r.row_id
from oc2 r
where not exists (select from episodes e where e.child = r.child)
