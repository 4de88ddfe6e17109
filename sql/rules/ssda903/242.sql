-- rule:    242
-- title:   Placeholder URN XXXXXXX given for a placement that is neither adoptive nor with foster carers
-- fields:  URN
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 242
-- found:   The URN is the placeholder XXXXXXX, but the placement is neither for adoption (A3 to A6) nor with foster carers (U1 to U6).
-- fix:     Give the URN of the provider, or correct the placement code.
-- notes:   AMBIGUOUS: DfE's message allows the placeholder for regional adoption agencies only; the placement code is what can be tested, so that
--          foster placements pass as well.
-- version: 2025-26
select row_id
from episodes
where urn = 'XXXXXXX' and (place in ('A3', 'A4', 'A5', 'A6', 'U1', 'U2', 'U3', 'U4', 'U5', 'U6')) is not true
