-- rule:    431
-- title:   New period of care starts on or before the day the previous episode ended
-- fields:  RNE, DECOM
-- reports: Episodes
-- reads:   episodes_in_order
-- needs:   Episodes
-- source:  SSDA903 validation rules, 431
-- found:   Care is said to start anew (S), on or before the day on which the episode before ended.
-- fix:     If the child stayed in care, give the reason that fits the change (L, P, T, B or U); otherwise correct the dates.
-- notes:   The guidance speaks of the same day; an overlap is flagged as well, an episode before without an end is not.
-- version: 2022-23
select row_id
from episodes_in_order
where rne = 'S'
  and decom <= previous_dec
