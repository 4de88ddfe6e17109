-- rule:    205A
-- title:   UASC last year but not this year, and the date UASC status ceased does not support the change
-- fields:  CHILD, UASC
-- reports: UASC, Header
-- reads:   uasc_in_two_years
-- needs:   UASC, UASC_last
-- source:  SSDA903 validation rules, 205A
-- found:   The child was unaccompanied (UASC) last year and is not marked so this year, but last year's date UASC status ceased does not explain it.
-- fix:     Mark the child as UASC again, or correct the date UASC status ceased so that it falls in last year and is not given this year.
-- notes:   Only children with a row in this year's UASC file are examined. With CSV files such a row itself makes the mark, so the rule fires
--          only for rows whose child is missing from Header (or, without a Header file, for rows with SEX and DUC blank).
-- version: 2022-23
with failing as (
    select uasc_row, header_row
    from uasc_in_two_years
    where uasc_now is distinct from '1'
      and uasc_before = '1'
      and (duc_now_text is not null
        or (duc_before between :year_start - interval '1 year' and :year_end - interval '1 year') is not true)
)
select 'UASC' as module, uasc_row as row_id from failing
union all
select 'Header', header_row from failing where header_row is not null
