-- rule:    180
-- title:   SDQ score must be a whole number from 0 to 40
-- fields:  SDQ_SCORE
-- reports: OC2
-- reads:   oc2
-- needs:   OC2
-- source:  SSDA903 validation rules, 180
-- found:   The SDQ score is not a whole number from 0 to 40.
-- fix:     Give the total score of the questionnaire, 0 to 40.
-- notes:   The score is read as a number: 20.0, +5, 1E1 and blanks around it are accepted.
-- version: 2022-23
select row_id
from oc2
where sdq_score is not null
  and case
          when sdq_score ~ '^([0-9]|[1-3][0-9]|40)$' then false
          when sdq_score ~ '^ *[+-]?([0-9]{1,30}(\.[0-9]{0,30})?|\.[0-9]{1,30})(E[+-]?[0-9]{1,2})? *$'
          then sdq_score::numeric not between 0 and 40 or sdq_score::numeric % 1 <> 0
          else true
      end
