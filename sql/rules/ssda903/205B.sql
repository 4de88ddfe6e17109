-- rule:    205B
-- title:   UASC in both years, but the dates UASC status ceased are inconsistent with that
-- fields:  DUC, UASC
-- reports: UASC, Header
-- reads:   uasc_in_two_years
-- needs:   UASC, UASC_last
-- source:  SSDA903 validation rules, 205B
-- found:   The child is unaccompanied (UASC) in both years, but the dates UASC status ceased do not say so.
-- fix:     Last year's date should be the 18th birthday, and this year's either the same or a day in this collection year; correct the date that
--          is not.
-- notes:   A blank date in either year is flagged: the rule expects the 18th birthday while the status continues. The other reading, that the
--          date stays blank while it continues, would let those children pass.
-- version: 2022-23
with failing as (
    select uasc_row, header_row
    from uasc_in_two_years
    where uasc_now = '1'
      and uasc_before = '1'
      and ((duc_now between :year_start and :year_end or duc_now = duc_before) is not true
        or (duc_before = dob_before + interval '18 years') is not true)
)
select 'UASC' as module, uasc_row as row_id from failing
union all
select 'Header', header_row from failing where header_row is not null
