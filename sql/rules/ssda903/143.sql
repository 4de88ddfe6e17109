-- rule:    143
-- title:   Reason for new episode is not a valid code
-- fields:  RNE
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 143
-- found:   The reason for the new episode is not one of its codes.
-- fix:     Give S (started to be looked after), L (legal status), P (placement and carer), T (placement, same carer), B (both) or U (both, same
--          carer).
-- version: 2022-23
select row_id
from episodes
where rne not in ('S', 'P', 'L', 'T', 'U', 'B')
