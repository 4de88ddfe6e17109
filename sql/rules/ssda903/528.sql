-- rule:    528
-- title:   Provider PR2 is not possible for placements P1, R2 or R5
-- fields:  PLACE, PLACE_PROVIDER
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 528
-- found:   The provider is PR2 (another local authority), which cannot be for a placement with parents, in a medical establishment or in a young
--          offender institution (P1, R2, R5).
-- fix:     Correct the provider or the placement type.
-- version: 2022-23
select row_id
from episodes
where place in ('P1', 'R2', 'R5')
    and place_provider = 'PR2'
