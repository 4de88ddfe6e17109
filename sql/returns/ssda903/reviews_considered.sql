-- title:   SSDA903 Reviews: every review of the star, and the rule that leaves it out
-- purpose: The cohort of the module Reviews; --explain reads the same decision.
-- grain:   one row per child and day of the review, of the authority
-- inputs:  star.fact_review, star.fact_period_of_care, concepts.children_looked_after_in_year
-- rules:   REV-BEFORE-YEAR   held before the year (formats/ssda903.yaml Reviews.purpose: reviews held in the year)
--          REV-AFTER-YEAR    held after the year (the same)
--          REV-NOT-IN-CARE   the child was not looked after on the day: a review is of a looked-after child's case (Care Planning,
--                            Placement and Case Review Regulations 2010, reg 32; ssda903-rules.yaml 1012)
--          REV-SHORT-BREAKS  looked after in the year only in short breaks, V3 or V4 (formats/ssda903.yaml Reviews.note; rule 399)
-- edges:   the days on which care starts and ends count as in care; rule is null for a review of the return
create function returns.ssda903_reviews_considered(for_authority smallint, for_year text, year_start date, year_end date)
returns table (person_key bigint, review date, review_code text, rule text, dataset smallint, assertion_id bigint)
language sql stable parallel safe
begin atomic
    with in_care as (
        select distinct r.person_key, r.review
        from star.fact_review r
        join star.fact_period_of_care p on p.person_key = r.person_key and p.authority = r.authority
                                       and p.started <= r.review and (p.ended is null or p.ended >= r.review)
        where r.authority = for_authority and r.review between year_start and year_end
    )
    select f.person_key, f.review, f.review_code,
           case when f.review < year_start then 'REV-BEFORE-YEAR'
                when f.review > year_end then 'REV-AFTER-YEAR'
                when i.person_key is null or k.person_key is null then 'REV-NOT-IN-CARE'
                when k.short_breaks_only then 'REV-SHORT-BREAKS' end,
           f.dataset, f.assertion_id
    from star.fact_review f
    left join in_care i on i.person_key = f.person_key and i.review = f.review
    left join concepts.children_looked_after_in_year(year_start, year_end) k on k.person_key = f.person_key and k.authority = f.authority
    where f.authority = for_authority;
end;
