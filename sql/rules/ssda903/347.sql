-- rule:    347
-- title:   Care leaver living in a foyer was under 18 at the start of the collection year
-- fields:  DOB, ACCOM
-- reports: OC3
-- reads:   oc3
-- needs:   OC3
-- source:  SSDA903 validation rules, 347
-- found:   The care leaver lives in a foyer or similar (T1, T2), but was under 18 when the collection year began.
-- fix:     Correct the accommodation or the date of birth.
-- notes:   Accommodation codes are a letter for the type and a digit for suitability, so the type T is T1 and T2; the specification's bare T is
--          no valid code, but is flagged too. Its fields (PLACE, DEC, URN) are a slip and it says so: DOB and ACCOM are meant. The reference
--          implementation counts days and flags an 18th birthday on 1 April in some years, and gives no result when any date of birth is
--          unreadable.
-- version: 2023-24
select row_id
from oc3
where accom in ('T', 'T1', 'T2') and dob + interval '18 years' > :year_start
