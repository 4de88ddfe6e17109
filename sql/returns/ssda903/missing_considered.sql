-- title:   SSDA903 Missing: every record of the star, and the rule that leaves it out
-- purpose: The cohort of the module Missing; --explain reads the same decision.
-- grain:   one row per child, kind and start of the authority
-- inputs:  star.fact_missing, concepts.children_looked_after_in_year
-- rules:   MIS-AFTER-YEAR    began after the year's end (ssda903-rules.yaml 570)
--          MIS-ENDED-BEFORE  ended before the year began (rule 571)
--          MIS-NO-EPISODE    no episode of the child in the year (rule 1012)
-- edges:   one that ended after the year's end is still open in it: MIS_END is blank (rule 571); rule is null for a row of the return
create function returns.ssda903_missing_considered(for_authority smallint, for_year text, year_start date, year_end date)
returns table (person_key bigint, missing text, mis_start date, mis_end date, rule text, dataset smallint, assertion_id bigint)
language sql stable parallel safe
begin atomic
    select f.person_key, f.missing, f.mis_start, case when f.mis_end <= year_end then f.mis_end end,
           case when f.mis_start > year_end then 'MIS-AFTER-YEAR'
                when f.mis_end < year_start then 'MIS-ENDED-BEFORE'
                when k.person_key is null then 'MIS-NO-EPISODE' end,
           f.dataset, f.assertion_id
    from star.fact_missing f
    left join concepts.children_looked_after_in_year(year_start, year_end) k on k.person_key = f.person_key and k.authority = f.authority
    where f.authority = for_authority;
end;
