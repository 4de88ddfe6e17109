-- title:   SSDA903 UASC: every record of the star, and the rule that leaves it out
-- purpose: The cohort of the module UASC; --explain reads the same decision.
-- grain:   one row per child of the authority who was ever told as unaccompanied
-- inputs:  star.fact_unaccompanied, concepts.children_looked_after_in_year
-- rules:   UASC-NO-EPISODE   no episode in the year (ssda903-rules.yaml 1014)
--          UASC-ENDED-BEFORE the status ceased before the year began (rule 104)
-- edges:   a status that ceases after the year's end is not known to cease: DUC is blank (rule
--          104 sets no upper bound, systems write the 18th birthday)
create function returns.ssda903_uasc_considered(for_authority smallint, for_year text, year_start date, year_end date)
returns table (person_key bigint, duc date, rule text, dataset smallint, assertion_id bigint)
language sql stable parallel safe
begin atomic
    select f.person_key, case when f.duc <= year_end then f.duc end,
           case when f.duc < year_start then 'UASC-ENDED-BEFORE'
                when k.person_key is null then 'UASC-NO-EPISODE' end,
           f.dataset, f.assertion_id
    from star.fact_unaccompanied f
    left join concepts.children_looked_after_in_year(year_start, year_end) k on k.person_key = f.person_key and k.authority = f.authority
    where f.authority = for_authority;
end;
