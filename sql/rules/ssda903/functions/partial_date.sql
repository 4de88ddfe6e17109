-- title:   A date whose day, month or year may be unknown
-- purpose: The rules that accept ZZ for an unknown part read such a date as the latest day that its unknown parts allow.
-- grain:   one text to one date; null when blank or no such date
-- reads:   nothing
-- rules:   three parts, divided by "/"; ZZ reads 01 and ZZZZ reads 2000, wherever they stand; what results must be a date as strict as any other. Then month ZZ:
--          a year later, less a day; otherwise day ZZ: a month later, less a day. (Shared definitions of the validation rules: partial date.)
-- edges:   05/ZZ/2020 is 04/01/2021; ZZ/ZZ/ZZZZ is 31/12/2000; ZZ as year, or ZZZZ as day or month, is no date
create function partial_date(given text) returns date
language sql
immutable
strict
parallel safe
as $$
with parts as (
    select string_to_array(given, '/') as part
),
filled as (
    select part[1] = 'ZZ' as day_unknown,
        part[2] = 'ZZ' as month_unknown,
        case part[1] when 'ZZ' then '01' else part[1] end as day,
        case part[2] when 'ZZ' then '01' else part[2] end as month,
        case part[3] when 'ZZZZ' then '2000' else part[3] end as year
    from parts
    where cardinality(part) = 3
),
numbers as (
    select day_unknown, month_unknown,
        case when day ~ '^( [1-9]|0?[1-9]|[12][0-9]|3[01])$' then day::int end as day,
        case when month ~ '^(0?[1-9]|1[0-2])$' then month::int end as month,
        case when year ~ '^(16[7-9][0-9]|1[7-9][0-9]{2}|2[01][0-9]{2}|22[0-6][0-9])$' then year::int end as year
    from filled
),
dates as (
    select day_unknown, month_unknown,
        case
            when day <= extract(day from make_date(year, month, 1) + interval '1 month' - interval '1 day') then make_date(year, month, day)
        end as first_day
    from numbers
)
select case
        when month_unknown then (first_day + interval '1 year')::date - 1
        when day_unknown then (first_day + interval '1 month')::date - 1
        else first_day
    end
from dates
where first_day between date '1677-09-22' and date '2262-04-11'
$$;
