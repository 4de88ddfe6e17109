-- rule:    217
-- title:   Placement with current foster carers for adoption (A3, A5) needs reason for new episode S, T or U
-- fields:  PLACE, DECOM, RNE
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 217
-- found:   The child is placed for adoption with the current foster carer (A3, A5), but the reason for the new episode does not say that the
--          carer stayed the same.
-- fix:     Use S (became looked after), T or U (placement changed, same carer), or correct the placement type.
-- notes:   For episodes that began on or after 1 April 2015, in every collection year.
-- version: 2022-23
select row_id
from episodes
where place in ('A3', 'A5') and decom >= date '2015-04-01' and (rne in ('S', 'T', 'U')) is not true
