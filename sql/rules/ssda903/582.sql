-- rule:    582
-- title:   Adoption date (end of the E11/E12 episode) is the same as the date of matching with the adopters
-- fields:  DEC, DATE_MATCH
-- reports: Episodes
-- reads:   episodes, ad1
-- needs:   Episodes, AD1
-- source:  SSDA903 validation rules, 582
-- found:   The child was adopted on the very day on which the child was matched with the adopters.
-- fix:     Check the end of the episode (date of the adoption order) and the date of matching; they cannot be the same day.
-- notes:   QUIRK: the dates are compared as written, so 1/6/2026 and 01/06/2026 differ. DfE applies the rule from 2023 on. Only the episode is
--          flagged.
-- version: 2022-23
select 'Episodes' as module, e.row_id
from episodes e
where e.rec in ('E11', 'E12')
  and exists (
      select from ad1 a
      where a.child = e.child
        and a.date_match_text = e.dec_text
  )
