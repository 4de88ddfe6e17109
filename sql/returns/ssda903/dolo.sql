-- title:   SSDA903 DoLo
-- purpose: The module DoLo of a collection year, selected from the star.
-- grain:   one row per child and start of the order
-- inputs:  returns.ssda903_dolo_considered, concepts.children_as_known
-- rules:   orders in force at any time in the year (returns.ssda903_dolo_considered)
-- edges:   the birth date is the child's own (rules INT11 to INT18: equal to Header.DOB); dates dd/mm/yyyy, null for blank
create function returns.ssda903_dolo(for_authority smallint, for_year text, year_start date, year_end date)
returns table (child text, dob text, dolo_start text, dolo_end text,
               person_key bigint, sort_date date, sort_text text, dataset smallint, assertion_id bigint)
language sql stable parallel safe
begin atomic
    select c.child, to_char(c.dob, 'DD/MM/YYYY'), to_char(x.dolo_start, 'DD/MM/YYYY'), to_char(x.dolo_end, 'DD/MM/YYYY'),
           x.person_key, x.dolo_start, null, x.dataset, x.assertion_id
    from returns.ssda903_dolo_considered(for_authority, for_year, year_start, year_end) x
    left join concepts.children_as_known(year_end) c on c.person_key = x.person_key and c.authority = for_authority
    where x.rule is null;
end;
