-- title:   Modules of the SSDA903 return
-- purpose: The order of the modules and the dataset that each is told by.
-- grain:   one row per module
-- inputs:
-- rules:   formats/ssda903.yaml, modules; submission.csv.load_order: Header and Episodes first
-- edges:   SWEpisodes from 2023-24, DoLo from 2026-27
create view returns.ssda903_modules as
select m.ordinal, m.module, m.dataset_name
from (values
    (1, 'Header', 'social-care/ssda903_header'),
    (2, 'Episodes', 'social-care/ssda903_episodes'),
    (3, 'UASC', 'social-care/ssda903_uasc'),
    (4, 'Reviews', 'social-care/ssda903_reviews'),
    (5, 'OC2', 'social-care/ssda903_oc2'),
    (6, 'OC3', 'social-care/ssda903_oc3'),
    (7, 'AD1', 'social-care/ssda903_ad1'),
    (8, 'PlacedAdoption', 'social-care/ssda903_placed_for_adoption'),
    (9, 'PrevPerm', 'social-care/ssda903_previous_permanence'),
    (10, 'Missing', 'social-care/ssda903_missing'),
    (11, 'SWEpisodes', 'social-care/ssda903_sw_episodes'),
    (12, 'DoLo', 'social-care/ssda903_dolo')) as m (ordinal, module, dataset_name);
