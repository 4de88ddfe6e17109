-- title:   SSDA903 Episodes: every episode of the star, and the rule that leaves it out
-- purpose: The cohort of the module Episodes; --explain reads the same decision.
-- grain:   one row per child and DECOM of the authority
-- inputs:  star.fact_episode, concepts.episodes_in_year, returns.ssda903_place
-- rules:   EPI-AFTER-YEAR   starts after the year's end (ssda903-rules.yaml 354)
--          EPI-BEFORE-YEAR  ended before the year began (ssda903-rules.yaml, concept continuously_looked_after, in_year)
-- edges:   rule is null for an episode of the return; the values are those known at the year's end, blank for an episode left out
create function returns.ssda903_episodes_considered(for_authority smallint, for_year text, year_start date, year_end date)
returns table (person_key bigint, decom date, rne text, ls text, cin text, place text, place_provider text, "dec" date, rec text,
               reason_place_change text, home_post text, pl_post text, urn text, rule text, dataset smallint, assertion_id bigint)
language sql stable parallel safe
begin atomic
    select f.person_key, f.decom, y.rne, y.ls, y.cin, returns.ssda903_place(y.place, year_end), y.place_provider,
           y.dec, y.rec, y.reason_place_change,
           y.home_post, y.pl_post, y.urn,
           case when y.person_key is not null then null
                when f.decom > year_end then 'EPI-AFTER-YEAR'
                else 'EPI-BEFORE-YEAR' end,
           f.dataset, f.assertion_id
    from star.fact_episode f
    left join concepts.episodes_in_year(year_start, year_end) y on y.person_key = f.person_key and y.decom = f.decom
    where f.authority = for_authority;
end;
