-- title:   SSDA903 Missing
-- purpose: The module Missing of a collection year, selected from the star.
-- grain:   one row per child, kind and start
-- inputs:  returns.ssda903_missing_considered, concepts.children_as_known
-- rules:   times missing or away at any time in the year (returns.ssda903_missing_considered)
-- edges:   the birth date is the child's own (rules INT11 to INT18: equal to Header.DOB); dates dd/mm/yyyy, null for blank
create function returns.ssda903_missing(for_authority smallint, for_year text, year_start date, year_end date)
returns table (child text, dob text, missing text, mis_start text, mis_end text,
               person_key bigint, sort_date date, sort_text text, dataset smallint, assertion_id bigint)
language sql stable parallel safe
begin atomic
    select c.child, to_char(c.dob, 'DD/MM/YYYY'), x.missing, to_char(x.mis_start, 'DD/MM/YYYY'), to_char(x.mis_end, 'DD/MM/YYYY'),
           x.person_key, x.mis_start, x.missing, x.dataset, x.assertion_id
    from returns.ssda903_missing_considered(for_authority, for_year, year_start, year_end) x
    left join concepts.children_as_known(year_end) c on c.person_key = x.person_key and c.authority = for_authority
    where x.rule is null;
end;
