-- title:   A date whose day, month or year may be unknown
-- purpose: The rules that accept ZZ for an unknown part read such a date as the latest day that its unknown parts allow.
-- grain:   one text to one date; null when blank or no such date
-- reads:   nothing
-- rules:   three parts, divided by "/"; ZZ reads 01 and ZZZZ reads 2000, wherever they stand; what results must be a date as strict as any
--          other. Then month ZZ: a year later, less a day; otherwise day ZZ: a month later, less a day. (Shared definitions of the
--          validation rules: partial date.)
-- edges:   05/ZZ/2020 is 04/01/2021; ZZ/ZZ/ZZZZ is 31/12/2000; ZZ as year, or ZZZZ as day or month, is no date
create function partial_date(given text) returns date
language plpgsql
immutable
strict
parallel safe
as $$
declare
    part text[] := string_to_array(given, '/');
    day_unknown boolean := part[1] = 'ZZ';
    month_unknown boolean := part[2] = 'ZZ';
    first_of_month date;
    first_day date;
begin
    if cardinality(part) <> 3
        or (day_unknown or part[1] ~ '^( [1-9]|0?[1-9]|[12][0-9]|3[01])$') is not true
        or (month_unknown or part[2] ~ '^(0?[1-9]|1[0-2])$') is not true
        or (part[3] = 'ZZZZ' or part[3] ~ '^(1[6-9]|2[0-2])[0-9]{2}$') is not true
    then
        return null;
    end if;
    first_of_month := make_date(
        case part[3] when 'ZZZZ' then 2000 else part[3]::int end,
        case when month_unknown then 1 else part[2]::int end,
        1
    );
    first_day := first_of_month + case when day_unknown then 0 else part[1]::int - 1 end;
    if first_day >= first_of_month + interval '1 month'
        or first_day not between date '1677-09-22' and date '2262-04-11'
    then
        return null;
    end if;
    return case
        when month_unknown then (first_day + interval '1 year')::date - 1
        when day_unknown then (first_day + interval '1 month')::date - 1
        else first_day
    end;
end
$$;
