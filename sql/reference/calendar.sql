-- title:   The calendar
-- purpose: Every day with what depends on it alone: working day, quarter, collection year, term
-- into:    star.dim_date
-- inputs:  star.bank_holiday, star.school_term
-- rules:   a working day is Monday to Friday and no bank holiday in England; financial quarters begin in April
insert into star.dim_date
with days as (
    select d::date as date, extract(isodow from d)::smallint as weekday
    from generate_series(date '1990-01-01', date '2040-12-31', interval '1 day') as d
),
marked as (
    select days.*, h.title as bank_holiday, weekday <= 5 and h.date is null as working_day,
        case when extract(month from days.date) >= 4 then extract(year from days.date)::int else extract(year from days.date)::int - 1 end as financial_year,
        case when extract(month from days.date) >= 9 then extract(year from days.date)::int else extract(year from days.date)::int - 1 end as school_year
    from days
    left join star.bank_holiday as h on h.date = days.date
)
select
    m.date, m.weekday, m.working_day,
    (count(*) filter (where m.working_day) over (order by m.date))::integer as working_day_number,
    m.bank_holiday,
    date_trunc('month', m.date)::date as month_start,
    m.financial_year || '-' || lpad(((m.financial_year + 1) % 100)::text, 2, '0') || '-Q'
        || ((extract(month from m.date)::int + 8) % 12 / 3 + 1) as financial_quarter,
    m.financial_year || '-' || lpad(((m.financial_year + 1) % 100)::text, 2, '0') as collection_year,
    m.school_year || '-' || lpad(((m.school_year + 1) % 100)::text, 2, '0') as academic_year,
    t.term
from marked as m
left join star.school_term as t on m.date between t.starts and t.ends;
