-- title:   Children adopted in a year
-- purpose: Who left care by adoption in the year: the adoption module (AD1) and the adoption measures.
-- grain:   one row per child and authority
-- inputs:  star.fact_episode
-- rules:   an episode that ended in the year with REC E11 or E12 (formats/ssda903.yaml AD1.purpose; ssda903-rules.yaml 601, 602)
-- edges:   both days count
create function concepts.adopted_in_year(year_start date, year_end date)
returns table (person_key bigint, authority smallint, adopted_on date)
language sql stable parallel safe
begin atomic
    select e.person_key, e.authority, max(e.dec)
    from star.fact_episode e
    where e.rec in ('E11', 'E12') and e.dec between year_start and year_end
    group by e.person_key, e.authority;
end;
