-- rule:    105
-- title:   UASC indicator is blank or is not 0 or 1
-- fields:  UASC
-- reports: Header
-- reads:   header
-- needs:   Header
-- applies: xml
-- source:  SSDA903 validation rules, 105
-- found:   The UASC indicator in the header is blank or is neither 0 nor 1.
-- fix:     Give 1 if the child was unaccompanied and seeking asylum at any time in the year, otherwise 0.
-- version: 2022-23
select row_id
from header
where case
          when uasc in ('0', '1') then false
          when uasc ~ '^ *[+-]?([0-9]{1,30}(\.[0-9]{0,30})?|\.[0-9]{1,30})(E[+-]?[0-9]{1,2})? *$' then uasc::numeric not in (0, 1)
          else true
      end
