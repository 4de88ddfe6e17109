-- title:   SSDA903 PrevPerm
-- purpose: The module PrevPerm of a collection year, selected from the star.
-- grain:   one row per child
-- inputs:  returns.ssda903_previous_permanence_considered, concepts.children_as_known
-- rules:   children whose care began on or after 1 April 2016 (returns.ssda903_previous_permanence_considered)
-- edges:   the birth date is the child's own (rules INT11 to INT18: equal to Header.DOB); dates dd/mm/yyyy, null for blank
create function returns.ssda903_previous_permanence(for_authority smallint, for_year text, year_start date, year_end date)
returns table (child text, dob text, prev_perm text, la_perm text, date_perm text,
               person_key bigint, sort_date date, sort_text text, dataset smallint, assertion_id bigint)
language sql stable parallel safe
begin atomic
    select c.child, to_char(c.dob, 'DD/MM/YYYY'), x.prev_perm, x.la_perm, x.date_perm,
           x.person_key, null::date, null, x.dataset, x.assertion_id
    from returns.ssda903_previous_permanence_considered(for_authority, for_year, year_start, year_end) x
    left join concepts.children_as_known(year_end) c on c.person_key = x.person_key and c.authority = for_authority
    where x.rule is null;
end;
