-- title:   Children looked after for twelve months at the end of a year
-- purpose: The cohort of the outcomes module (OC2), and of every measure "looked after for at least 12 months at 31 March".
-- grain:   one row per child and authority
-- inputs:  star.fact_episode, star.fact_period_of_care
-- rules:   two tests, and a child must pass both.
--          The return's own continuity: an episode in the year; none that starts care (RNE S) after its first day, ends care (REC
--          other than X1, blank included) before its last, or is a short break (V3, V4) in it
--          (formats/ssda903.yaml OC2.cohort_rule; ssda903-rules.yaml, concept continuously_looked_after, rules 185, 190, 191).
--          And the twelve months themselves: one period of care that began on or before the first day and lasted until the last
--          (formats/ssda903.yaml OC2.purpose). The first alone lets in a child whose episodes do not join up
-- edges:   care that starts on 1 April or ends on 31 March does not break the year; nothing after the year's end is used
create function concepts.continuously_looked_after(year_end date)
returns table (person_key bigint, authority smallint)
language sql stable parallel safe
begin atomic
    with year as (
        select (year_end - interval '1 year' + interval '1 day')::date as first_day, year_end as last_day
    ), unbroken as (
        select e.person_key, e.authority
        from star.fact_episode e
        cross join year y
        where e.decom <= y.last_day and (e.dec is null or e.dec >= y.first_day)
        group by e.person_key, e.authority
        having not bool_or(coalesce(e.rne = 'S' and e.decom > y.first_day, false))
           and not bool_or(coalesce(e.rec, '') <> 'X1' and coalesce(e.dec < y.last_day, false))
           and not bool_or(coalesce(e.ls, '') in ('V3', 'V4'))
    ), whole_year as (
        select distinct p.person_key, p.authority
        from star.fact_period_of_care p
        cross join year y
        where p.started <= y.first_day and (p.ended is null or p.ended >= y.last_day)
    )
    select u.person_key, u.authority
    from unbroken u
    join whole_year w on w.person_key = u.person_key and w.authority = u.authority;
end;
