-- rule:    114
-- title:   Former-carer adoption indicator must be 0 or 1 when given
-- fields:  FOSTER_CARE
-- reports: AD1
-- reads:   ad1
-- needs:   AD1
-- source:  SSDA903 validation rules, 114
-- found:   The item that says whether the adopters were the child's foster carers is neither 0 nor 1.
-- fix:     Give 1 if the child was adopted by a current or former foster carer, otherwise 0.
-- version: 2022-23
select row_id
from ad1
where foster_care not in ('0', '1')
