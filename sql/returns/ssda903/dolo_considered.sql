-- title:   SSDA903 DoLo: every record of the star, and the rule that leaves it out
-- purpose: The cohort of the module DoLo; --explain reads the same decision.
-- grain:   one row per child and start of the order, of the authority
-- inputs:  star.fact_deprivation_of_liberty, concepts.children_looked_after_in_year
-- rules:   DOL-AFTER-YEAR    begins after the year's end (ssda903-rules.yaml 703)
--          DOL-ENDED-BEFORE  ended before the year began (rule 704)
--          DOL-NO-EPISODE    no episode of the child in the year (formats/ssda903.yaml DoLo.purpose; rule 707)
-- edges:   an order that ends after the year's end is in force in it: DOLO_END is blank (rule 704); collected from 2026-27;
--          rule is null for a row of the return
create function returns.ssda903_dolo_considered(for_authority smallint, for_year text, year_start date, year_end date)
returns table (person_key bigint, dolo_start date, dolo_end date, rule text, dataset smallint, assertion_id bigint)
language sql stable parallel safe
begin atomic
    select f.person_key, f.dolo_start, case when f.dolo_end <= year_end then f.dolo_end end,
           case when f.dolo_start > year_end then 'DOL-AFTER-YEAR'
                when f.dolo_end < year_start then 'DOL-ENDED-BEFORE'
                when k.person_key is null then 'DOL-NO-EPISODE' end,
           f.dataset, f.assertion_id
    from star.fact_deprivation_of_liberty f
    left join concepts.children_looked_after_in_year(year_start, year_end) k on k.person_key = f.person_key and k.authority = f.authority
    where f.authority = for_authority;
end;
