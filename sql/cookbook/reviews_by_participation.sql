-- title:   Reviews in a quarter, by the child's participation
-- purpose: Whether children took part in their statutory reviews, and how.
-- grain:   one row per participation code
-- inputs:  star.fact_review, star.dim_date, star.dim_review_participation
-- rules:   reviews held in the financial quarter (star.dim_date.financial_quarter: Q1 is April to June)
-- edges:   a review without a code is in the row without a label; PN0 is a child under four, who is not asked
with params as (
    select '2026-27-Q2' as quarter
)
select
    r.review_code, p.label,
    count(*) as reviews,
    count(distinct r.person_key) as children,
    round(100.0 * count(*) / sum(count(*)) over (), 1) as percent
from params
join star.dim_date as d on d.financial_quarter = params.quarter
join star.fact_review as r on r.review = d.date
left join star.dim_review_participation as p on p.review_code = r.review_code
group by r.review_code, p.label
order by r.review_code;
