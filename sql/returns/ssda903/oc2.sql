-- title:   SSDA903 OC2
-- purpose: The module OC2 of a collection year, selected from the star.
-- grain:   one row per child
-- inputs:  returns.ssda903_oc2_considered, concepts.children_as_known
-- rules:   children looked after for twelve months at 31 March (returns.ssda903_oc2_considered)
-- edges:   the birth date is the child's own (rules INT11 to INT18: equal to Header.DOB); dates dd/mm/yyyy, null for blank
create function returns.ssda903_oc2(for_authority smallint, for_year text, year_start date, year_end date)
returns table (child text, dob text, sdq_score text, sdq_reason text, convicted text, health_check text, immunisations text,
               teeth_check text, health_assessment text, substance_misuse text, intervention_received text, intervention_offered text,
               person_key bigint, sort_date date, sort_text text, dataset smallint, assertion_id bigint)
language sql stable parallel safe
begin atomic
    select c.child, to_char(c.dob, 'DD/MM/YYYY'), x.sdq_score::text, x.sdq_reason, x.convicted, x.health_check, x.immunisations,
           x.teeth_check, x.health_assessment, x.substance_misuse, x.intervention_received, x.intervention_offered,
           x.person_key, null::date, null, x.dataset, x.assertion_id
    from returns.ssda903_oc2_considered(for_authority, for_year, year_start, year_end) x
    left join concepts.children_as_known(year_end) c on c.person_key = x.person_key and c.authority = for_authority
    where x.rule is null;
end;
