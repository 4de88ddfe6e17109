-- rule:    602
-- title:   Adoption details (AD1) are given but no episode shows the child adopted during the year
-- fields:  CHILD
-- reports: AD1
-- reads:   episodes, ad1
-- needs:   Episodes, AD1
-- source:  SSDA903 validation rules, 602
-- found:   Adoption details are given, but none of the child's episodes ended this year with adoption (E11 or E12).
-- fix:     Take the adoption details out, or end the child's last episode with E11 or E12 and the date of the adoption order.
-- version: 2022-23
select 'AD1' as module, a.row_id
from ad1 a
where (a.date_int_text is not null or a.date_match_text is not null or a.foster_care is not null
       or a.nb_adoptr is not null or a.sex_adoptr is not null or a.ls_adoptr is not null)
  and not exists (
      select from episodes e
      where e.child = a.child
        and e.rec in ('E11', 'E12')
        and e.dec between :year_start and :year_end
  )
