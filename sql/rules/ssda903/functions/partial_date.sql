-- title:   A date of which parts may be unknown
-- purpose: Dates such as the one of an earlier permanence order may be known by month or year only: ZZ/05/2021, ZZ/ZZ/1993, ZZ/ZZ/ZZZZ.
-- grain:   one text, in upper case
-- reads:   nothing
-- rules:   day/month/year as strict as any other date, with ZZ for an unknown day or month and ZZZZ for an unknown year (read as 2000).
--          The answer is the latest day that an unknown day or month allows; null when the text is blank or no date. (Shared definitions
--          of the validation rules: partial date.)
-- edges:   an unknown month after a known day gives the day before the same date a year later: 05/ZZ/2020 is 4 January 2021
create function partial_date(written text) returns date
language plpgsql immutable strict parallel safe
as $$
declare
    parts text[] := string_to_array(written, '/');
    day int;
    month int;
    year int;
    earliest date;
begin
    if written !~ '^( ?[0-9]|[0-9]{2}|ZZ)/([0-9]{1,2}|ZZ)/([0-9]{4}|ZZZZ)$' then
        return null;
    end if;
    day := case parts[1] when 'ZZ' then '1' else parts[1] end;
    month := case parts[2] when 'ZZ' then '1' else parts[2] end;
    year := case parts[3] when 'ZZZZ' then '2000' else parts[3] end;
    if month not between 1 and 12 or year not between 1677 and 2262 then
        return null;
    end if;
    if day not between 1 and extract(day from make_date(year, month, 1) + interval '1 month -1 day') then
        return null;
    end if;
    earliest := make_date(year, month, day);
    if earliest not between date '1677-09-22' and date '2262-04-11' then
        return null;
    end if;
    return case
        when parts[2] = 'ZZ' then earliest + interval '1 year -1 day'
        when parts[1] = 'ZZ' then earliest + interval '1 month -1 day'
        else earliest
    end;
end;
$$;
