-- title:   SSDA903 PrevPerm: every record of the star, and the rule that leaves it out
-- purpose: The cohort of the module PrevPerm; --explain reads the same decision.
-- grain:   one row per child of the authority of whom the answer was told for the year
-- inputs:  star.fact_previous_permanence, concepts.children_looked_after_in_year
-- rules:   PRE-NO-EPISODE   no episode of the child in the year (ssda903-rules.yaml 1012)
--          PRE-BEFORE-2016  no period of care that the year touches began on or after 1 April 2016, when the item was
--                           introduced (formats/ssda903.yaml PrevPerm.purpose; rule 634, INTENDED)
-- edges:   required of those who start in the year (rule 630), allowed for every start since 1 April 2016 (rule 634);
--          rule is null for a row of the return
create function returns.ssda903_previous_permanence_considered(for_authority smallint, for_year text, year_start date, year_end date)
returns table (person_key bigint, prev_perm text, la_perm text, date_perm text, rule text, dataset smallint, assertion_id bigint)
language sql stable parallel safe
begin atomic
    select f.person_key, f.prev_perm, f.la_perm, f.date_perm,
           case when k.person_key is null then 'PRE-NO-EPISODE'
                when k.newest_period_start < date '2016-04-01' then 'PRE-BEFORE-2016' end,
           f.dataset, f.assertion_id
    from star.fact_previous_permanence f
    left join concepts.children_looked_after_in_year(year_start, year_end) k on k.person_key = f.person_key and k.authority = f.authority
    where f.authority = for_authority and f.collection_year = for_year;
end;
