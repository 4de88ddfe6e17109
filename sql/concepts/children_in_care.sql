-- title:   Children in care on a date
-- purpose: Who is looked after at the end of a day. Every count of children in care starts here.
-- grain:   one row per date, child and authority
-- inputs:  star.fact_period_of_care, star.fact_legal_status
-- rules:   looked after means Children Act 1989 s22(1); a child whose status on the day is an agreed series of short breaks
--          (V3, V4) is left out (SSDA903 guide, short breaks; formats/ssda903.yaml, code set LS, note); a blank legal status
--          counts as looked after (ssda903-rules.yaml, concept ls_short_breaks)
-- edges:   a child who leaves on the date is not in care at its end; one who enters on it is
create function concepts.children_in_care(dates date[])
returns table (as_at date, person_key bigint, authority smallint, since date)
language sql stable parallel safe
begin atomic
    select d.as_at, p.person_key, p.authority, max(p.started)
    from unnest(dates) as d (as_at)
    join star.fact_period_of_care p
      on p.started <= d.as_at and (p.ended is null or p.ended > d.as_at)
    join star.fact_legal_status l
      on l.person_key = p.person_key and l.period_start = p.started
     and l.started <= d.as_at and (l.ended is null or l.ended > d.as_at)
     and coalesce(l.ls, '') not in ('V3', 'V4')
    group by d.as_at, p.person_key, p.authority;
end;
