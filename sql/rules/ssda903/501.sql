-- rule:    501
-- title:   Episode starts before the child's previous episode ended
-- fields:  DECOM, DEC
-- reports: Episodes
-- reads:   episodes_in_order
-- needs:   Episodes
-- source:  SSDA903 validation rules, 501
-- found:   The episode starts before the child's episode before it ended.
-- fix:     Correct the start of this episode or the end of the one before.
-- version: 2022-23
select row_id
from episodes_in_order
where decom < previous_dec
