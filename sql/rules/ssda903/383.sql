-- rule:    383
-- title:   Child did not return to the previous placement after a temporary placement
-- fields:  PLACE, RNE, PL_POST
-- reports: Episodes
-- reads:   episodes_in_order
-- needs:   Episodes
-- source:  SSDA903 validation rules, 383
-- found:   After a temporary placement (T0 to T4) the child did not come back to the placement, or (from 2025-26) the postcode, of before with
--          reason P.
-- fix:     Record the return to the earlier placement with reason P and the same postcode; if the child did not return, the move was not
--          temporary.
-- notes:   Postcodes are compared as given, blanks included; a postcode missing on either side counts as different. The row found is the one
--          after the temporary placement. REFERENCE DIFFERS: it reads start dates in other layouts too when it puts the episodes in order.
-- version: 2022-23
select 'Episodes' as module, e.row_id
from episodes_in_order e
join episodes_in_order p on p.row_id = e.previous_row_id
where e.previous_place in ('T0', 'T1', 'T2', 'T3', 'T4')
  and p.previous_row_id is not null
  and ((e.rne = 'P') is not true
       or (e.place = p.previous_place) is not true)
-- version: 2025-26 the postcode is compared too
select 'Episodes' as module, e.row_id
from episodes_in_order e
join episodes_in_order p on p.row_id = e.previous_row_id
where e.previous_place in ('T0', 'T1', 'T2', 'T3', 'T4')
  and p.previous_row_id is not null
  and ((e.rne = 'P') is not true
       or (e.place = p.previous_place) is not true
       or (e.pl_post = p.previous_pl_post) is not true)
