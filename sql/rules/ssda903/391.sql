-- rule:    391
-- title:   Care leaver details given for a young person who had not reached 17 by the year end
-- fields:  DOB, IN_TOUCH, ACTIV, ACCOM
-- reports: OC3
-- reads:   oc3
-- needs:   OC3
-- source:  SSDA903 validation rules, 391
-- found:   Care leaver details are given for a young person who is not 17 by 31 March.
-- fix:     Take the details out, or correct the date of birth.
-- notes:   The guidance names ages 17 to 21; only the lower age is checked.
-- version: 2022-23
select row_id
from oc3
where dob + interval '17 years' > :year_end
  and (in_touch is not null or activ is not null or accom is not null)
