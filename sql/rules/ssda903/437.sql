-- rule:    437
-- title:   Episode ceased because the child died or reached 18, but later episodes exist
-- fields:  REC
-- reports: Episodes
-- reads:   episodes_in_order
-- needs:   Episodes
-- source:  SSDA903 validation rules, 437
-- found:   The episode ceased because the child died (E2) or was found to be 18 or over (E15), but a later episode follows.
-- fix:     Correct the reason, or take the later episode out.
-- notes:   A following episode without a readable start counts as later; an end in last year's return is not looked at.
-- version: 2022-23
select row_id
from episodes_in_order
where rec in ('E2', 'E15')
  and decom is not null
  and next_row_id is not null
