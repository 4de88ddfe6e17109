-- rule:    3001
-- title:   Young person turning 17 this year cannot have former foster carers as care-leaver accommodation
-- fields:  REC
-- reports: OC3
-- reads:   oc3, header
-- needs:   Header, OC3
-- source:  SSDA903 validation rules, 3001
-- found:   The young person turns 17 this year, so cannot be living with former foster carers (Z1, Z2) as a care leaver.
-- fix:     Correct the accommodation, or the date of birth in the header.
-- notes:   The specification names REC as the field concerned; what is tested is ACCOM in OC3.
-- version: 2022-23
select 'OC3' as module, o.row_id
from oc3 o
join header h using (child)
where o.accom in ('Z1', 'Z2')
  and h.dob + interval '17 years' between :year_start and :year_end
