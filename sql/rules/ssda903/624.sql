-- rule:    624
-- title:   First child's date of birth was changed or removed compared with last year's return
-- fields:  MC_DOB
-- reports: Header
-- reads:   header, header_last
-- needs:   Header, Header_last
-- source:  SSDA903 validation rules, 624
-- found:   The date of birth of the first child differs from the one in last year's return, or is no longer given.
-- fix:     Check the date and give the right one; if last year's was wrong, the change is in order.
-- notes:   A mother who is in this year's return as a care leaver only is flagged: both items are then left blank, as 612 and 628 want, and last
--          year's date is gone. QUIRK: the dates are compared as written, so 1/6/2020 and 01/06/2020 differ.
-- version: 2022-23
select 'Header' as module, h.row_id
from header h
where exists (
    select from header_last p
    where p.child = h.child
      and p.mc_dob_text is not null
      and p.mc_dob_text is distinct from h.mc_dob_text
)
