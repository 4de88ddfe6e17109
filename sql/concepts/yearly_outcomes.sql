-- title:   Outcomes of a year
-- purpose: The answers on health and offending of children looked after for twelve months (OC2): as a return told them, and worked out
--          from the checks, scores and offences themselves where no return of the year told them.
-- grain:   one row per child and authority: every child told of for the year, and every child of the cohort
-- inputs:  star.fact_outcomes, star.fact_period_of_care, star.fact_sdq, star.fact_offence, star.fact_health_surveillance,
--          star.fact_development_check, star.fact_immunisation, star.fact_dental_check, star.fact_health_assessment,
--          star.fact_substance_misuse, star.fact_intervention_offered, concepts.continuously_looked_after, concepts.children_as_known,
--          functions.age_for_return
-- rules:   who is asked what is the return's (formats/ssda903.yaml OC2; ssda903-rules.yaml 188, 189, 542, 546, 158, 159, 193):
--          SDQ      aged 4 by the year's end and not yet over 17 at its start: the carer's newest score of the year; without a score
--                   the newest reason of the year
--          convicted      aged 10 at the year's end: a conviction or caution in the year, whenever the offence was
--          health check   under 5 at the year's end: what the top-up workbook last said in the year, else a development check done in it
--          immunisations  the newest status by the year's end: it holds until the next
--          teeth, health assessment   one completed in the year; under 5 at the year's end two health assessments, since one is due in each
--                   half-year (Care Planning, Placement and Case Review (England) Regulations 2010, regulation 7)
--          substance misuse   identified in the year, or help for it offered; help received in it; help offered and not taken up only
--                   where none was received
-- edges:   silence is no answer: where no feed of the authority tells a kind of fact at all by the year's end, its column is null and not
--          "no". The dataset and assertion of a row worked out are those of the period of care
create function concepts.yearly_outcomes(for_year text, year_start date, year_end date)
returns table (person_key bigint, authority smallint, worked_out boolean, sdq_score integer, sdq_reason text, convicted text,
               health_check text, immunisations text, teeth_check text, health_assessment text, substance_misuse text,
               intervention_received text, intervention_offered text, dataset smallint, assertion_id bigint)
language sql stable parallel safe
begin atomic
    with cohort as (
        select k.person_key, k.authority, c.dob, functions.age_for_return(c.dob, year_end) as age,
               coalesce(c.dob + interval '4 years' <= year_end and c.dob + interval '17 years' >= year_start, false) as of_sdq_age
        from concepts.continuously_looked_after(year_end) k
        left join concepts.children_as_known(year_end) c on c.person_key = k.person_key and c.authority = k.authority
        where not exists (
            select from star.fact_outcomes o
            where o.person_key = k.person_key and o.authority = k.authority and o.collection_year = for_year)
    ), period as (
        -- the period of care that lasted through the year: where the row comes from
        select distinct on (p.person_key, p.authority) p.person_key, p.authority, p.dataset, p.assertion_id
        from star.fact_period_of_care p
        where p.started <= year_start and (p.ended is null or p.ended >= year_end)
        order by p.person_key, p.authority, p.started
    ), sdq as (
        -- the newest score of the year, and beside it the newest reason for having none
        select s.person_key, s.authority,
               (array_agg(s.score order by s.day desc) filter (where s.score is not null))[1] as score,
               (array_agg(s.reason order by s.day desc) filter (where s.reason is not null))[1] as reason
        from star.fact_sdq s
        where s.respondent = 'C' and s.day between year_start and year_end
        group by s.person_key, s.authority
    ), offence as (
        select o.person_key, o.authority
        from star.fact_offence o
        where o.proven and o.outcome_on between year_start and year_end
        group by o.person_key, o.authority
    ), surveillance as (
        select distinct on (s.person_key, s.authority) s.person_key, s.authority, s.up_to_date
        from star.fact_health_surveillance s
        where s.checked_on between year_start and year_end
        order by s.person_key, s.authority, s.checked_on desc
    ), development as (
        select d.person_key, d.authority
        from star.fact_development_check d
        where d.status = 'Completed' and d.day between year_start and year_end
        group by d.person_key, d.authority
    ), immunisation as (
        select distinct on (i.person_key, i.authority) i.person_key, i.authority, i.up_to_date
        from star.fact_immunisation i
        where i.day <= year_end
        order by i.person_key, i.authority, i.day desc
    ), dental as (
        select d.person_key, d.authority
        from star.fact_dental_check d
        where d.status = 'Completed' and d.day between year_start and year_end
        group by d.person_key, d.authority
    ), assessment as (
        select h.person_key, h.authority, count(*) as done
        from star.fact_health_assessment h
        where h.status = 'Completed' and h.day between year_start and year_end
        group by h.person_key, h.authority
    ), misuse as (
        select m.person_key, m.authority, bool_or(coalesce(m.intervention_received, false)) as received,
               bool_or(m.intervention_offered) as offered
        from star.fact_substance_misuse m
        where m.identified and m.day between year_start and year_end
        group by m.person_key, m.authority
    ), offer as (
        select o.person_key, o.authority, bool_or(coalesce(o.answer = 'RECEIVED', false)) as received,
               bool_or(coalesce(o.answer = 'REFUSED', false)) as refused
        from star.fact_intervention_offered o
        where o.offered_on between year_start and year_end
        group by o.person_key, o.authority
    ), authorities as (
        select distinct c.authority from cohort c
    ), told_kinds as (
        -- which kinds of fact some feed of the authority tells at all
        select a.authority,
               exists (select from star.fact_offence f where f.authority = a.authority and f.outcome_on <= year_end) as offences,
               exists (select from star.fact_health_surveillance f where f.authority = a.authority and f.checked_on <= year_end)
                   or exists (select from star.fact_development_check f where f.authority = a.authority and f.day <= year_end) as checks,
               exists (select from star.fact_dental_check f where f.authority = a.authority and f.day <= year_end) as dental,
               exists (select from star.fact_health_assessment f where f.authority = a.authority and f.day <= year_end) as assessments,
               exists (select from star.fact_substance_misuse f where f.authority = a.authority and f.day <= year_end) as misuse,
               exists (select from star.fact_intervention_offered f where f.authority = a.authority and f.offered_on <= year_end)
                   or exists (select from star.fact_substance_misuse f
                              where f.authority = a.authority and f.day <= year_end and f.intervention_offered is not null) as offers
        from authorities a
    ), answered as (
        select c.person_key, c.authority,
               case when c.of_sdq_age then s.score end as sdq_score,
               case when c.of_sdq_age and s.score is null then s.reason end as sdq_reason,
               case when c.age >= 10 and k.offences then (o.person_key is not null) end as convicted,
               case when c.age < 5 and k.checks then coalesce(v.up_to_date, e.person_key is not null) end as health_check,
               i.up_to_date as immunised,
               case when k.dental then d.person_key is not null end as teeth_checked,
               case when k.assessments then coalesce(h.done >= case when c.age < 5 then 2 else 1 end, false) end as assessed,
               case when num_nonnulls(m.person_key, f.person_key) > 0 then true when k.misuse then false end as misused,
               case when num_nonnulls(m.person_key, f.person_key) > 0 then coalesce(m.received, false) or coalesce(f.received, false) end as received,
               case when num_nonnulls(m.person_key, f.person_key) > 0 and k.offers then coalesce(m.offered, false) or coalesce(f.refused, false) end as offered
        from cohort c
        join told_kinds k on k.authority = c.authority
        left join sdq s on s.person_key = c.person_key and s.authority = c.authority
        left join offence o on o.person_key = c.person_key and o.authority = c.authority
        left join surveillance v on v.person_key = c.person_key and v.authority = c.authority
        left join development e on e.person_key = c.person_key and e.authority = c.authority
        left join immunisation i on i.person_key = c.person_key and i.authority = c.authority
        left join dental d on d.person_key = c.person_key and d.authority = c.authority
        left join assessment h on h.person_key = c.person_key and h.authority = c.authority
        left join misuse m on m.person_key = c.person_key and m.authority = c.authority
        left join offer f on f.person_key = c.person_key and f.authority = c.authority
    )
    select t.person_key, t.authority, false, t.sdq_score, t.sdq_reason, t.convicted, t.health_check, t.immunisations, t.teeth_check,
           t.health_assessment, t.substance_misuse, t.intervention_received, t.intervention_offered, t.dataset, t.assertion_id
    from star.fact_outcomes t
    where t.collection_year = for_year
    union all
    select a.person_key, a.authority, true, a.sdq_score, a.sdq_reason, a.convicted::integer::text, a.health_check::integer::text,
           a.immunised::integer::text, a.teeth_checked::integer::text, a.assessed::integer::text, a.misused::integer::text,
           a.received::integer::text, case when not a.received then a.offered::integer::text end, p.dataset, p.assertion_id
    from answered a
    join period p on p.person_key = a.person_key and p.authority = a.authority;
end;
