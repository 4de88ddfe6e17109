-- rule:    205C
-- title:   Child was not UASC this year or last year, but a date UASC status ceased is given
-- fields:  DUC, UASC
-- reports: UASC, Header
-- reads:   uasc_in_two_years
-- needs:   UASC, UASC_last
-- source:  SSDA903 validation rules, 205C
-- found:   A date UASC status ceased is given for a child marked as unaccompanied (UASC) in neither year.
-- fix:     Mark the child as UASC (and see that the child is in the Header file), or take the date out.
-- notes:   Only children with a row in this year's UASC file are examined. With CSV files such a row marks every child who is in Header, so the
--          rule fires only for rows whose child is missing from Header. Marks other than 0, 1 and blank count as neither.
-- version: 2022-23
with failing as (
    select uasc_row, header_row
    from uasc_in_two_years
    where (uasc_now is null or uasc_now = '0')
      and (uasc_before is null or uasc_before = '0')
      and (duc_now is not null or duc_before is not null)
)
select 'UASC' as module, uasc_row as row_id from failing
union all
select 'Header', header_row from failing where header_row is not null
