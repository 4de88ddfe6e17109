-- title:   What the care history of young people says about leaving care
-- purpose: The facts that decide whether a young person is a care leaver, one column each, so that a cohort or an explanation
--          can name the one that decided.
-- grain:   one row per authority and person who turned 17 to 25 in the year and has at least one episode of care
-- inputs:  star.fact_episode, concepts.children_as_known, functions.age_for_return
-- rules:   days since the 14th and 16th birthday: DEC less DECOM, short breaks (V3, V4) left out, the newest episode while open
--          counted to the year's end (ssda903-rules.yaml 1001, steps 2 to 5). In care on the birthday: an episode begun by it and not
--          ended by it (rule 1007). Ended since the birthday: any episode that ended on it or later, also one that began after it (rule
--          1016, asked from 2023-24 on; always false before)
-- edges:   an earlier episode without an end lasts until the next begins; age is the one attained in the year; born on 29
--          February turns on 28 February in a common year (concept years_arithmetic); last_rec is the
--          reason of the newest episode, null while it is open at the year's end;
--          nothing after the year's end is used; rule 1016 asks after every episode, so a short break that ended since the birthday
--          counts there, and there only
create function concepts.care_history_of_young_people(year_start date, year_end date)
returns table (person_key bigint, authority smallint, age integer, birthday date, days_since_14 bigint, days_since_16 bigint,
               in_care_on_birthday boolean, ended_since_birthday boolean, in_care_at_end boolean, last_rec text, died_in_care boolean)
language sql stable parallel safe
begin atomic
    with young_person as (
        select c.person_key, c.authority, c.dob, a.age, (c.dob + make_interval(years => a.age))::date as birthday
        from concepts.children_as_known(year_end) c
        cross join lateral (select functions.age_for_return(c.dob, year_end) as age) a
        where a.age between 17 and 25
    ), spell as (
        select y.person_key, y.authority, y.age, y.birthday, e.decom, e.rec, e.dec,
               coalesce(e.ls, '') in ('V3', 'V4') as short_break,
               case when e.dec <= year_end then e.dec
                    else lead(e.decom) over (partition by y.person_key, y.authority order by e.decom) end as known_dec,
               greatest(e.decom, (y.dob + interval '14 years')::date) as from_14,
               greatest(e.decom, (y.dob + interval '16 years')::date) as from_16
        from young_person y
        join star.fact_episode e on e.person_key = y.person_key and e.authority = y.authority and e.decom <= year_end
    )
    select s.person_key, s.authority, s.age, s.birthday,
           coalesce(sum(greatest(0, coalesce(s.known_dec, year_end) - s.from_14)) filter (where not s.short_break), 0),
           coalesce(sum(greatest(0, coalesce(s.known_dec, year_end) - s.from_16)) filter (where not s.short_break), 0),
           bool_or(not s.short_break and s.decom <= s.birthday and (s.known_dec is null or s.known_dec > s.birthday)),
           bool_or(coalesce(s.known_dec >= s.birthday and year_end >= date '2024-03-31', false)),
           bool_or(not s.short_break and s.known_dec is null),
           (array_agg(case when s.known_dec is not null then s.rec end order by s.decom desc))[1],
           bool_or(coalesce(s.rec = 'E2' and s.known_dec is not null, false))
    from spell s
    group by s.person_key, s.authority, s.age, s.birthday;
end;
