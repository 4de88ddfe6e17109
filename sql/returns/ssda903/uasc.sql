-- title:   SSDA903 UASC
-- purpose: The module UASC of a collection year, selected from the star.
-- grain:   one row per child
-- inputs:  returns.ssda903_uasc_considered, concepts.children_as_known, returns.ssda903_sex
-- rules:   children who were unaccompanied at any time in the year and have an episode in it (formats/ssda903.yaml UASC)
-- edges:   sex and birth date are the child's own (rules INT18, INT21: equal to Header); dates dd/mm/yyyy, null for blank
create function returns.ssda903_uasc(for_authority smallint, for_year text, year_start date, year_end date)
returns table (child text, sex text, dob text, duc text,
               person_key bigint, sort_date date, sort_text text, dataset smallint, assertion_id bigint)
language sql stable parallel safe
begin atomic
    select c.child, returns.ssda903_sex(c.sex, year_end), to_char(c.dob, 'DD/MM/YYYY'), to_char(x.duc, 'DD/MM/YYYY'),
           x.person_key, null::date, null, x.dataset, x.assertion_id
    from returns.ssda903_uasc_considered(for_authority, for_year, year_start, year_end) x
    left join concepts.children_as_known(year_end) c on c.person_key = x.person_key and c.authority = for_authority
    where x.rule is null;
end;
