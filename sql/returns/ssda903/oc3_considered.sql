-- title:   SSDA903 OC3: every care leaver told for the year, and the rule that leaves the row out
-- purpose: The cohort of the module OC3; --explain reads the same decision.
-- grain:   one row per young person of the authority of whom OC3 was told for the year
-- inputs:  star.fact_care_leaver, concepts.children_as_known, concepts.continuously_looked_after,
--          concepts.care_history_of_young_people, functions.age_for_return
-- rules:   OC3-IN-OC2        looked after for twelve months at the year's end: never in both modules (ssda903-rules.yaml 187, 215)
--          OC3-AGE           does not turn 17 to 25 in the year (formats/ssda903.yaml OC3.cohort_rule; rules 351, 391)
--          OC3-DIED          care ended by death (rule 1000)
--          OC3-ADOPTED       the newest episode ended by adoption (rule 1001, step 7)
--          OC3-TRANSFERRED   the newest episode ended by transfer to another authority (rule 1011)
--          OC3-STILL-IN-CARE 17 or 18 and looked after on that birthday or later in the year (rules 1007, 1016)
--          OC3-NOT-13-WEEKS  under 20 at the year's end and not looked after for 13 weeks since 14, some of it after 16 (rule 1001)
-- edges:   22 to 25 are in because the row was told: the authority serves them. At 20 and over, and for a young person without
--          an episode in the star, the history may lie before the first year held, so it is not held against the row (rule
--          1001, step 1). An unknown birth date decides nothing. rule is null for a row of the return
create function returns.ssda903_oc3_considered(for_authority smallint, for_year text, year_start date, year_end date)
returns table (person_key bigint, in_touch text, activ text, accom text, rule text, dataset smallint, assertion_id bigint)
language sql stable parallel safe
begin atomic
    select f.person_key, f.in_touch, f.activ, f.accom,
           case when k.person_key is not null then 'OC3-IN-OC2'
                when functions.age_for_return(c.dob, year_end) not between 17 and 25 then 'OC3-AGE'
                when h.died_in_care then 'OC3-DIED'
                when h.last_rec in ('E11', 'E12') then 'OC3-ADOPTED'
                when h.last_rec = 'E3' then 'OC3-TRANSFERRED'
                when h.age in (17, 18) and (h.in_care_on_birthday or h.ended_since_birthday or h.in_care_at_end) then 'OC3-STILL-IN-CARE'
                when h.age < 20 and (h.days_since_14 < 91 or h.days_since_16 < 1) then 'OC3-NOT-13-WEEKS' end,
           f.dataset, f.assertion_id
    from star.fact_care_leaver f
    left join concepts.children_as_known(year_end) c on c.person_key = f.person_key and c.authority = f.authority
    left join concepts.continuously_looked_after(year_end) k on k.person_key = f.person_key and k.authority = f.authority
    left join concepts.care_history_of_young_people(year_start, year_end) h on h.person_key = f.person_key and h.authority = f.authority
    where f.authority = for_authority and f.collection_year = for_year;
end;
