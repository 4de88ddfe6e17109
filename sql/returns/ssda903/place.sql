-- title:   Placement type as a return of the year writes it
-- purpose: An episode open for years is told again with the codes of each year; a return of an earlier year has the code of its time.
-- grain:   one code
-- inputs:
-- rules:   Z11 to Z14 replaced Z1 in 2025-26, K3 replaced H5 in 2024-25 for episodes that went on (formats/ssda903.yaml, change_log
--          2024-25 and 2025-26; essential_cross_checks: "allowing H5->K3 and Z1->Z1x")
-- edges:   P2 was dropped in 2024-25 without a successor; every other code comes out as it was told
create function returns.ssda903_place(place text, year_end date)
returns text
language sql immutable parallel safe
begin atomic
    select case when place in ('Z11', 'Z12', 'Z13', 'Z14') and year_end < date '2026-03-31' then 'Z1'
                when place = 'K3' and year_end < date '2025-03-31' then 'H5'
                else place end;
end;
