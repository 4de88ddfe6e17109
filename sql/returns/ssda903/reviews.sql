-- title:   SSDA903 Reviews
-- purpose: The module Reviews of a collection year, selected from the star.
-- grain:   one row per child and day of the review
-- inputs:  returns.ssda903_reviews_considered, concepts.children_as_known
-- rules:   statutory reviews held in the year (returns.ssda903_reviews_considered)
-- edges:   the birth date is the child's own (rules INT11 to INT18: equal to Header.DOB); dates dd/mm/yyyy, null for blank
create function returns.ssda903_reviews(for_authority smallint, for_year text, year_start date, year_end date)
returns table (child text, dob text, review text, review_code text,
               person_key bigint, sort_date date, sort_text text, dataset smallint, assertion_id bigint)
language sql stable parallel safe
begin atomic
    select c.child, to_char(c.dob, 'DD/MM/YYYY'), to_char(x.review, 'DD/MM/YYYY'), x.review_code,
           x.person_key, x.review, null, x.dataset, x.assertion_id
    from returns.ssda903_reviews_considered(for_authority, for_year, year_start, year_end) x
    left join concepts.children_as_known(year_end) c on c.person_key = x.person_key and c.authority = for_authority
    where x.rule is null;
end;
