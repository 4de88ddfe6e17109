-- rule:    149
-- title:   Reason episode ceased is not a valid code
-- fields:  REC
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 149
-- found:   The reason why the episode ended is not one of its codes.
-- fix:     Give the code of the reason: X1 if the child stayed in care, otherwise the E code of how care ended.
-- version: 2022-23
select row_id
from episodes
where rec not in ('E11', 'E12', 'E2', 'E3', 'E4A', 'E4B', 'E13', 'E41', 'E45', 'E46', 'E47', 'E48', 'E5', 'E6', 'E7', 'E8', 'E9', 'E14', 'E15',
       'E16', 'E17', 'X1')
