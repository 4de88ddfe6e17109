-- rule:    134
-- title:   Adoption details are recorded for a child who is in the care leaver (OC3) cohort
-- fields:  IN_TOUCH, ACTIV, ACCOM, DATE_INT, DATE_MATCH, FOSTER_CARE, NB_ADOPTR, SEX_ADOPTR, LS_ADOPTR
-- reports: AD1
-- reads:   ad1, oc3
-- needs:   OC3, AD1
-- source:  SSDA903 validation rules, 134
-- found:   There are adoption details for a young person who also has care leaver details.
-- fix:     Take out the adoption details, or the care leaver details if the child was adopted.
-- version: 2022-23
select 'AD1' as module, a.row_id
from ad1 a
where num_nonnulls(a.date_int_text, a.date_match_text, a.foster_care, a.nb_adoptr, a.sex_adoptr, a.ls_adoptr) > 0
  and exists (
      select
      from oc3 o
      where o.child = a.child
        and num_nonnulls(o.in_touch, o.activ, o.accom) > 0
  )
