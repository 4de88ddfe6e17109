-- title:   Academic year of a day
-- purpose: The academic year in which a day lies, as 2025-26.
-- grain:   one text
-- inputs:
-- rules:   an academic year runs from 1 September to 31 August
-- edges:   null for no day
create function functions.academic_year_of(on_day date)
returns text
language sql immutable parallel safe
begin atomic
    select started || '-' || lpad(((started + 1) % 100)::text, 2, '0')
    from (select extract(year from on_day)::integer - case when extract(month from on_day) < 9 then 1 else 0 end as started) as year;
end;
