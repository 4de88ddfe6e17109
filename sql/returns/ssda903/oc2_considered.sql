-- title:   SSDA903 OC2: every record of the star, and the rule that leaves it out
-- purpose: The cohort of the module OC2; --explain reads the same decision.
-- grain:   one row per child of the authority of whom outcomes were told for the year, or who was looked after through all of it
-- inputs:  concepts.yearly_outcomes, concepts.continuously_looked_after
-- rules:   OC2-NOT-12-MONTHS  not looked after for twelve months at the year's end (concepts.continuously_looked_after;
--                             formats/ssda903.yaml OC2.cohort_rule; ssda903-rules.yaml 185, 190, 198)
-- edges:   outcomes of other years are not considered: they are answers about another twelve months; where no return told a child's
--          outcomes they are worked out from the facts (concepts.yearly_outcomes); rule is null for a row of the return
create function returns.ssda903_oc2_considered(for_authority smallint, for_year text, year_start date, year_end date)
returns table (person_key bigint, sdq_score integer, sdq_reason text, convicted text, health_check text, immunisations text,
               teeth_check text, health_assessment text, substance_misuse text, intervention_received text, intervention_offered text,
               rule text, dataset smallint, assertion_id bigint)
language sql stable parallel safe
begin atomic
    select f.person_key, f.sdq_score, f.sdq_reason, f.convicted, f.health_check, f.immunisations,
           f.teeth_check, f.health_assessment, f.substance_misuse, f.intervention_received, f.intervention_offered,
           case when k.person_key is null then 'OC2-NOT-12-MONTHS' end,
           f.dataset, f.assertion_id
    from concepts.yearly_outcomes(for_year, year_start, year_end) f
    left join concepts.continuously_looked_after(year_end) k on k.person_key = f.person_key and k.authority = f.authority
    where f.authority = for_authority;
end;
