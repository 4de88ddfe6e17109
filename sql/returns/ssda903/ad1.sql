-- title:   SSDA903 AD1
-- purpose: The module AD1 of a collection year, selected from the star.
-- grain:   one row per child
-- inputs:  returns.ssda903_ad1_considered, concepts.children_as_known
-- rules:   children adopted in the year (returns.ssda903_ad1_considered)
-- edges:   the birth date is the child's own (rules INT11 to INT18: equal to Header.DOB); dates dd/mm/yyyy, null for blank
create function returns.ssda903_ad1(for_authority smallint, for_year text, year_start date, year_end date)
returns table (child text, dob text, date_int text, date_match text, foster_care text, nb_adoptr text, sex_adoptr text, ls_adoptr text,
               person_key bigint, sort_date date, sort_text text, dataset smallint, assertion_id bigint)
language sql stable parallel safe
begin atomic
    select c.child, to_char(c.dob, 'DD/MM/YYYY'), to_char(x.date_int, 'DD/MM/YYYY'), to_char(x.date_match, 'DD/MM/YYYY'),
           x.foster_care, x.nb_adoptr, x.sex_adoptr, x.ls_adoptr,
           x.person_key, null::date, null, x.dataset, x.assertion_id
    from returns.ssda903_ad1_considered(for_authority, for_year, year_start, year_end) x
    left join concepts.children_as_known(year_end) c on c.person_key = x.person_key and c.authority = for_authority
    where x.rule is null;
end;
