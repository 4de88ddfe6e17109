-- rule:    504
-- title:   Need code (CIN) changed between two consecutive episodes of the same period of care
-- fields:  CIN
-- reports: Episodes
-- reads:   episodes_in_order
-- needs:   Episodes
-- source:  SSDA903 validation rules, 504
-- found:   The category of need is not that of the episode before, which this one continues.
-- fix:     Give every episode of a period of care the category of need that the child had when it began.
-- notes:   AMBIGUOUS: DfE's message speaks of the category at the start of the period of care; here each episode is compared with the one just
--          before, so one lasting change is flagged once.
-- version: 2022-23
select row_id
from episodes_in_order
where previous_rec = 'X1'
    and previous_dec = decom
    and (cin = previous_cin) is not true
