-- title:   SSDA903 PlacedAdoption
-- purpose: The module PlacedAdoption of a collection year, selected from the star.
-- grain:   one row per child and decision
-- inputs:  returns.ssda903_placed_for_adoption_considered, concepts.children_as_known
-- rules:   decisions in force at any time in the year (returns.ssda903_placed_for_adoption_considered)
-- edges:   the birth date is the child's own (rules INT11 to INT18: equal to Header.DOB); dates dd/mm/yyyy, null for blank
create function returns.ssda903_placed_for_adoption(for_authority smallint, for_year text, year_start date, year_end date)
returns table (child text, dob text, date_placed text, date_placed_ceased text, reason_placed_ceased text,
               person_key bigint, sort_date date, sort_text text, dataset smallint, assertion_id bigint)
language sql stable parallel safe
begin atomic
    select c.child, to_char(c.dob, 'DD/MM/YYYY'), to_char(x.date_placed, 'DD/MM/YYYY'), to_char(x.date_placed_ceased, 'DD/MM/YYYY'),
           x.reason_placed_ceased,
           x.person_key, x.date_placed, null, x.dataset, x.assertion_id
    from returns.ssda903_placed_for_adoption_considered(for_authority, for_year, year_start, year_end) x
    left join concepts.children_as_known(year_end) c on c.person_key = x.person_key and c.authority = for_authority
    where x.rule is null;
end;
