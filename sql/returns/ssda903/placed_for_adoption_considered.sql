-- title:   SSDA903 PlacedAdoption: every record of the star, and the rule that leaves it out
-- purpose: The cohort of the module PlacedAdoption; --explain reads the same decision.
-- grain:   one row per child and decision of the authority
-- inputs:  star.fact_placed_for_adoption, concepts.children_looked_after_in_year
-- rules:   PLA-AFTER-YEAR    decided after the year's end (ssda903-rules.yaml 117)
--          PLA-ENDED-BEFORE  reversed before the year began (rule 118)
--          PLA-NO-EPISODE    no episode of the child in the year (rule 1012)
-- edges:   a reversal after the year's end is not known: its date and reason are blank (rule 119: both or neither);
--          rule is null for a row of the return
create function returns.ssda903_placed_for_adoption_considered(for_authority smallint, for_year text, year_start date, year_end date)
returns table (person_key bigint, date_placed date, date_placed_ceased date, reason_placed_ceased text,
               rule text, dataset smallint, assertion_id bigint)
language sql stable parallel safe
begin atomic
    select f.person_key, f.date_placed, case when f.date_placed_ceased <= year_end then f.date_placed_ceased end,
           case when f.date_placed_ceased > year_end then null else f.reason_placed_ceased end,
           case when f.date_placed > year_end then 'PLA-AFTER-YEAR'
                when f.date_placed_ceased < year_start then 'PLA-ENDED-BEFORE'
                when k.person_key is null then 'PLA-NO-EPISODE' end,
           f.dataset, f.assertion_id
    from star.fact_placed_for_adoption f
    left join concepts.children_looked_after_in_year(year_start, year_end) k on k.person_key = f.person_key and k.authority = f.authority
    where f.authority = for_authority;
end;
