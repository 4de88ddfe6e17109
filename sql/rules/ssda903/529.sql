-- rule:    529
-- title:   Provider PR3 (other public body) is not possible for placements P1, A3-A6, K1, K2 or U1-U6
-- fields:  PLACE, PLACE_PROVIDER
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 529
-- found:   The provider is PR3 (another public body, such as the NHS), which cannot be for placements for adoption, children's homes, placements
--          with parents and foster care (A3 to A6, K1, K2, P1, U1 to U6).
-- fix:     Correct the provider or the placement type.
-- version: 2022-23
select row_id
from episodes
where place in ('A3', 'A4', 'A5', 'A6', 'K1', 'K2', 'P1', 'U1', 'U2', 'U3', 'U4', 'U5', 'U6')
    and place_provider = 'PR3'
