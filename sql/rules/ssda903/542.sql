-- rule:    542
-- title:   Conviction information given for a child under 10 at 31 March
-- fields:  CONVICTED
-- reports: OC2
-- reads:   oc2
-- needs:   OC2
-- source:  SSDA903 validation rules, 542
-- found:   Whether the child was convicted is given, though the child is under 10 on 31 March.
-- fix:     Take the conviction information out, or correct the date of birth.
-- version: 2022-23
select row_id
from oc2
where dob + interval '10 years' > :year_end
    and convicted is not null
