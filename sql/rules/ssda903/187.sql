-- rule:    187
-- title:   Child looked after continuously for 12 months must not have adoption or care leaver data
-- fields:  DATE_INT, DATE_MATCH, FOSTER_CARE, NB_ADOPTR, SEX_ADOPTR, LS_ADOPTR, IN_TOUCH, ACTIV, ACCOM
-- reports: AD1, OC3
-- reads:   ad1, oc3, continuously_looked_after
-- needs:   OC3, AD1, Episodes
-- source:  SSDA903 validation rules, 187
-- found:   There are adoption or care leaver details for a child who was looked after for the whole year and so is in the OC2 cohort.
-- fix:     Take out the adoption or care leaver details, or correct the episodes if the child left care in the year.
-- version: 2022-23
select 'AD1' as module, a.row_id
from ad1 a
join continuously_looked_after using (child)
where num_nonnulls(a.date_int_text, a.date_match_text, a.foster_care, a.nb_adoptr, a.sex_adoptr, a.ls_adoptr) > 0
union all
select 'OC3', o.row_id
from oc3 o
join continuously_looked_after using (child)
where num_nonnulls(o.in_touch, o.activ, o.accom) > 0
