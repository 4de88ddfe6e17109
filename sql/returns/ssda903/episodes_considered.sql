-- title:   SSDA903 Episodes: every episode of the star, and the rule that leaves it out
-- purpose: The cohort of the module Episodes; --explain reads the same decision.
-- grain:   one row per child and DECOM of the authority
-- inputs:  star.fact_episode, concepts.episodes_in_year
-- rules:   EPI-AFTER-YEAR   starts after the year's end (ssda903-rules.yaml 354)
--          EPI-BEFORE-YEAR  ended before the year began (ssda903-rules.yaml, concept continuously_looked_after, in_year)
-- edges:   rule is null for an episode of the return
create function returns.ssda903_episodes_considered(for_authority smallint, for_year text, year_start date, year_end date)
returns table (person_key bigint, decom date, rule text, dataset smallint, assertion_id bigint)
language sql stable parallel safe
begin atomic
    select f.person_key, f.decom,
           case when y.person_key is not null then null
                when f.decom > year_end then 'EPI-AFTER-YEAR'
                else 'EPI-BEFORE-YEAR' end,
           f.dataset, f.assertion_id
    from star.fact_episode f
    left join concepts.episodes_in_year(year_start, year_end) y on y.person_key = f.person_key and y.decom = f.decom
    where f.authority = for_authority;
end;
