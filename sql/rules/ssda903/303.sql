-- rule:    303
-- title:   Date UASC status ceased is given but the child is not marked as UASC
-- fields:  DUC, UASC
-- reports: UASC, Header
-- reads:   uasc, header
-- needs:   UASC, Header
-- source:  SSDA903 validation rules, 303
-- found:   A date UASC status ceased is given, but the header does not mark the child as unaccompanied.
-- fix:     Mark the child as UASC in the header, or take the date out.
-- notes:   With CSV files the mark is derived from the UASC module itself, so this can fire for XML only.
-- version: 2022-23
with failing as (
    select u.row_id as uasc_row, h.row_id as header_row
    from uasc u
    join header h using (child)
    where u.duc_text is not null
      and (h.uasc ~ '^ *0*1(\.0*)? *$') is not true
)
select 'UASC' as module, uasc_row as row_id from failing
union all
select 'Header', header_row from failing
