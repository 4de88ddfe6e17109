-- rule:    SW01STG1
-- title:   Child looked after at 31 March without complete social worker information
-- fields:  DEC
-- reports: Episodes
-- reads:   sw_episodes, episodes
-- needs:   SWEpisodes, Episodes
-- source:  SSDA903 validation rules, SW01STG1
-- found:   The child is looked after at the end of the year, but the social worker information is missing or incomplete.
-- fix:     Add the child's social worker episodes, each with the worker ID, the start date and the reason for the change of worker.
-- notes:   The specification names SWEpisodes as the module reported, with row numbers of Episodes, which is a slip of the reference
--          implementation: the rows that fail are rows of Episodes, and are reported as such.
-- version: 2023-24
with complete as (
    select child
    from sw_episodes
    where child is not null
    group by child
    having bool_and(sw_id is not null and sw_decom_text is not null and sw_reason is not null)
)
select 'Episodes' as module, e.row_id
from episodes e
where e.dec_text is null
  and (e.ls in ('V3', 'V4')) is not true
  and not exists (select from complete c where c.child = e.child)
