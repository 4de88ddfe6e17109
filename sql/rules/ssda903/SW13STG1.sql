-- rule:    SW13STG1
-- title:   Reason for social worker change is not an allowed code, or is missing from April 2023 on
-- fields:  SW_REASON
-- reports: SWEpisodes
-- reads:   sw_episodes
-- needs:   SWEpisodes
-- source:  SSDA903 validation rules, SW13STG1
-- found:   The reason for the change of social worker is not a code of this collection, or is blank for an episode from 1 April 2023 on.
-- fix:     Give the reason's code: MANAGE, FCONTA, LEFTRL, ORGRST, TSPROC, ABSENC, CHCHAN, PCCHAN, SWDIED or OTHERS.
-- notes:   Dates are read strictly (dd/mm/yyyy), as everywhere; the reference implementation reads other forms here.
-- version: 2023-24
select row_id
from sw_episodes
where sw_reason not in ('MANAGE', 'FCONTA', 'LEFTRL', 'ORGRST', 'TSPROC', 'ABSENC', 'CHCHAN', 'PCCHAN', 'SWDIED', 'OTHERS')
   or sw_reason is null
-- version: 2024-25 a blank is wrong only for episodes that start from 1 April 2023
select row_id
from sw_episodes
where sw_reason not in ('MANAGE', 'FCONTA', 'LEFTRL', 'ORGRST', 'TSPROC', 'ABSENC', 'CHCHAN', 'PCCHAN', 'SWDIED', 'OTHERS')
   or (sw_reason is null and sw_decom >= date '2023-04-01')
