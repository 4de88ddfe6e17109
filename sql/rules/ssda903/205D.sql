-- rule:    205D
-- title:   UASC this year, but last year's record of the child says not UASC
-- fields:  UASC, CHILD
-- reports: Header, UASC
-- reads:   uasc_flags, uasc_flags_last
-- needs:   UASC, UASC_last
-- source:  SSDA903 validation rules, 205D
-- found:   The child is marked as unaccompanied (UASC) this year, but last year's return had the child as not unaccompanied.
-- fix:     Check whether the child is UASC; take the mark out this year, or be ready to confirm that last year's was missing.
-- notes:   With CSV files the mark comes from the UASC module, so the rule cannot run without it, whether Header is there or not.
-- version: 2022-23
select case when this_year.from_header then 'Header' else 'UASC' end as module, this_year.row_id
from uasc_flags this_year
join uasc_flags_last last_year using (child)
where this_year.uasc = '1' and last_year.uasc is distinct from '1'
