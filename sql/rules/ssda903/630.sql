-- rule:    630
-- title:   Child started to be looked after this year but previous permanence details are missing or incomplete
-- fields:  RNE
-- reports: Episodes
-- reads:   episodes, prev_perm
-- needs:   Episodes, PrevPerm
-- source:  SSDA903 validation rules, 630
-- found:   The child started to be looked after this year, but the details of previous permanence are missing or incomplete.
-- fix:     Give the previous permanence code and, unless it is Z1 (none), the authority and the date of the order.
-- notes:   There is no upper bound: starts after the end of the year are tested as well.
-- version: 2022-23
select 'Episodes' as module, e.row_id
from episodes e
left join prev_perm p using (child)
where e.rne = 'S'
  and e.decom >= :year_start
  and (p.row_id is null
       or p.prev_perm is null
       or (p.prev_perm <> 'Z1' and (p.la_perm is null or p.date_perm_text is null)))
