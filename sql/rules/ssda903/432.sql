-- rule:    432
-- title:   Child had ceased to be looked after, but the next episode is not coded S
-- fields:  RNE
-- reports: Episodes
-- reads:   episodes_in_order
-- needs:   Episodes
-- source:  SSDA903 validation rules, 432
-- found:   The episode before ended care, but this one does not start with S (started to be looked after).
-- fix:     Give S, or X1 as the reason ceased of the episode before if the child stayed in care.
-- version: 2022-23
select row_id
from episodes_in_order
where previous_rec in ('E2', 'E3', 'E4A', 'E4B', 'E5', 'E6', 'E7', 'E8', 'E9', 'E11', 'E12', 'E13', 'E14', 'E15', 'E16', 'E17',
        'E41', 'E45', 'E46', 'E47', 'E48')
  and rne is distinct from 'S'
