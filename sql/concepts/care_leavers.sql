-- title:   Care leavers of a year
-- purpose: Relevant and former relevant young people who turn 17 to 21 in the year, as far as their episodes say.
-- grain:   one row per young person and authority
-- inputs:  concepts.care_history_of_young_people
-- rules:   looked after for 13 weeks (91 days) or more since the 14th birthday, some of it after the 16th (Children Act 1989
--          s23A and s23C with paragraph 19B of schedule 2; ssda903-rules.yaml 1001); at 17 and 18 not looked after on that
--          birthday or later in the year (rules 1007, 1016); care did not end by death, adoption or transfer to another authority
--          (rules 1000, 1001 step 7, 1011)
-- edges:   22 to 25 are asked for only where the authority still serves them, which episodes do not say: they come from the rows
--          told (returns.ssda903_oc3_considered)
create function concepts.care_leavers(year_start date, year_end date)
returns table (person_key bigint, authority smallint, age integer, birthday date)
language sql stable parallel safe
begin atomic
    select h.person_key, h.authority, h.age, h.birthday
    from concepts.care_history_of_young_people(year_start, year_end) h
    where h.age between 17 and 21
      and h.days_since_14 >= 91 and h.days_since_16 >= 1
      and not (h.age in (17, 18) and (h.in_care_on_birthday or h.ended_since_birthday or h.in_care_at_end))
      and not h.died_in_care
      and coalesce(h.last_rec, '') not in ('E11', 'E12', 'E3');
end;
