-- title:   SSDA903 OC3
-- purpose: The module OC3 of a collection year, selected from the star.
-- grain:   one row per young person
-- inputs:  returns.ssda903_oc3_considered, concepts.children_as_known
-- rules:   care leavers told for the year (returns.ssda903_oc3_considered)
-- edges:   the birth date is the child's own (rules INT11 to INT18: equal to Header.DOB); dates dd/mm/yyyy, null for blank
create function returns.ssda903_oc3(for_authority smallint, for_year text, year_start date, year_end date)
returns table (child text, dob text, in_touch text, activ text, accom text,
               person_key bigint, sort_date date, sort_text text, dataset smallint, assertion_id bigint)
language sql stable parallel safe
begin atomic
    select c.child, to_char(c.dob, 'DD/MM/YYYY'), x.in_touch, x.activ, x.accom,
           x.person_key, null::date, null, x.dataset, x.assertion_id
    from returns.ssda903_oc3_considered(for_authority, for_year, year_start, year_end) x
    left join concepts.children_as_known(year_end) c on c.person_key = x.person_key and c.authority = for_authority
    where x.rule is null;
end;
