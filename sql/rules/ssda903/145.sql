-- rule:    145
-- title:   Category of need is not a valid code
-- fields:  CIN
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 145
-- found:   The category of need is not one of its codes.
-- fix:     Give the child's main need when the period of care began: N1 to N8.
-- version: 2022-23
select row_id
from episodes
where cin not in ('N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7', 'N8')
