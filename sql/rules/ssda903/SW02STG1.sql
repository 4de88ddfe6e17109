-- rule:    SW02STG1
-- title:   Social worker ID must begin with SW or XX and have at least four characters
-- fields:  SW_ID
-- reports: SWEpisodes
-- reads:   sw_episodes
-- needs:   SWEpisodes
-- source:  SSDA903 validation rules, SW02STG1
-- found:   The worker ID is blank, is too short or does not begin with SW or XX.
-- fix:     Give the worker's Social Work England number (SW and digits), or an ID beginning with XX if the worker has none.
-- version: 2023-24
select row_id
from sw_episodes
where left(sw_id, 2) not in ('SW', 'XX') or sw_id is null
-- version: 2025-26 at least four characters
select row_id
from sw_episodes
where left(sw_id, 2) not in ('SW', 'XX') or length(sw_id) < 4 or sw_id is null
