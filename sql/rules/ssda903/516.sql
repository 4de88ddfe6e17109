-- rule:    516
-- title:   Episode ended with E45/E46 but its placement is not a fostering code U1-U6
-- fields:  REC, PLACE
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 516
-- found:   Care ended with a special guardianship order to the former foster carer (E45, E46), but the episode's placement is not a foster
--          placement.
-- fix:     Correct the reason the episode ceased (E47, E48 for carers who were not the foster carers), or the placement type (U1 to U6).
-- version: 2022-23
select row_id
from episodes
where rec in ('E45', 'E46')
    and (place in ('U1', 'U2', 'U3', 'U4', 'U5', 'U6')) is not true
