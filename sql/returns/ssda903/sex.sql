-- title:   Sex as a return of the year writes it
-- purpose: One place for the change of codes in 2024-25.
-- grain:   one code
-- inputs:
-- rules:   1 and 2 up to 2023-24; M, F and U from 2024-25 (formats/ssda903.yaml, code set SEX, note; ssda903-rules.yaml 101)
-- edges:   U has no code up to 2023-24: blank; a code that is none of these comes out as it was told
create function returns.ssda903_sex(sex text, year_end date)
returns text
language sql immutable parallel safe
begin atomic
    select case when year_end > date '2024-03-31'
                then case sex when '1' then 'M' when '2' then 'F' else sex end
                else case sex when 'M' then '1' when 'F' then '2' when 'U' then null else sex end end;
end;
