-- title:   SSDA903 SWEpisodes: every record of the star, and the rule that leaves it out
-- purpose: The cohort of the module SWEpisodes; --explain reads the same decision.
-- grain:   one row per child and start of the allocation, of the authority
-- inputs:  star.fact_social_worker_episode, concepts.children_in_care
-- rules:   SW-AFTER-YEAR     began after the year's end (ssda903-rules.yaml SW06STG2)
--          SW-ENDED-BEFORE   ended before the window that the return asks for: the year in 2023-24, from 2024-25 also the 365 days
--                            before it (rule SW07STG2)
--          SW-NOT-IN-CARE    not looked after at 31 March, or only in short breaks (formats/ssda903.yaml SWEpisodes.rows;
--                            rules SW01STG1, SW12STG2)
-- edges:   the history covers times when the child was not looked after; an allocation that ended after the year's end is open in it;
--          collected from 2023-24 (the contract's years); rule is null for a row of the return
create function returns.ssda903_sw_episodes_considered(for_authority smallint, for_year text, year_start date, year_end date)
returns table (person_key bigint, sw_id text, sw_decom date, sw_dec date, sw_reason text, rule text, dataset smallint, assertion_id bigint)
language sql stable parallel safe
begin atomic
    select f.person_key, f.sw_id, f.sw_decom, case when f.sw_dec <= year_end then f.sw_dec end, f.sw_reason,
           case when f.sw_decom > year_end then 'SW-AFTER-YEAR'
                when f.sw_dec < case when year_end > date '2024-03-31' then year_start - 365 else year_start end then 'SW-ENDED-BEFORE'
                when k.person_key is null then 'SW-NOT-IN-CARE' end,
           f.dataset, f.assertion_id
    from star.fact_social_worker_episode f
    left join concepts.children_in_care(array[year_end]) k on k.person_key = f.person_key and k.authority = f.authority
    where f.authority = for_authority;
end;
