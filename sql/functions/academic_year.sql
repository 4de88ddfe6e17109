-- title:   Academic year, from the ways it is written
-- purpose: One spelling, 2025-26, of 2025/26, 2025-26, 2025/2026, 202526 and AY 2025-2026.
-- grain:   one text
-- inputs:
-- rules:   the year it begins in is the first four digits; what follows must be the next year, in two or four digits
-- edges:   null for anything else, and for a single year, which some mean as the first and some as the second
create function functions.academic_year(written text)
returns text
language sql immutable parallel safe
begin atomic
    select case
        when parts[1] is not null and (parts[1]::integer + 1) % 100 = right(parts[2], 2)::integer
             and (length(parts[2]) = 2 or parts[2]::integer = parts[1]::integer + 1)
            then parts[1] || '-' || right(parts[2], 2)
    end
    from (select regexp_match(written, '(?:^|[^0-9])((?:19|20)[0-9]{2}) ?[-/–]? ?((?:[0-9]{2}){1,2})(?:$|[^0-9])') as parts) as matched;
end;
