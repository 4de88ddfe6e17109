-- title:   Care leavers around their birthday (OC3), from the case system
-- purpose: Of what extract after extract told of a young person, the position that belongs to each collection year, as the return would put it
-- into:    star.fact_care_leaver
-- inputs:  star.fact_care_leaver_position, star.dim_child
-- rules:   the return asks of relevant and former relevant young people (formats/ssda903.yaml, OC3.cohort_rule), so not of qualifying ones
--          and of those still in care. Up to 21 it asks for the position around the birthday, with a contact from three months before it to
--          one month after; from 22 on for the latest (OC3.purpose). Activity and accommodation are 0 where the authority is not in touch
--          (OC3.ACTIV, OC3.ACCOM); accommodation is the letter with 1 for suitable and 2 for not
-- edges:   a position stands from the contact at which it was found, where that is later than the extract before, else from the day of
--          the extract; one that came and went between two extracts is not known. Up to 21 the one that stood on the birthday is taken, if
--          it was found in the three months before (or the system tells no contacts); else that of the first contact in the month after;
--          else the one that stood all the same; else the nearest. An extract of April to June still tells the year that ended, whose return
--          is then made. A position stands for later years until another is told, for eight years at most: from 18 to 25. When a record
--          went is not told: it is taken to have stood until three months before the first extract without it, or until the 25th birthday
--          where that is between. Without a date of birth the latest position of the year is taken
with history as (
    select
        p.person_key, p.authority, p.told_on, p.ended, p.eligibility, p.in_touch, p.activity, p.accommodation, p.suitable,
        case when p.latest_contact <= p.told_on then p.latest_contact end as contact,
        lag(p.told_on) over by_day as told_before, born.dob, born.died,
        h.scope, h.occurrence, h.assertion_id
    from touched as t
    join star.fact_care_leaver_position as p on p.person_key = t.person_key and p.authority = t.authority
    join source.ssd_care_leavers as h on h.assertion_id = p.assertion_id and h.clea_person_id = t.identifier and h.authority = t.authority
    left join lateral (
        select c.dob, c.died
        from star.dim_child as c
        where c.person_key = p.person_key and c.authority = p.authority
        order by c.valid_from desc
        limit 1
    ) as born on true
    window by_day as (partition by p.person_key order by p.told_on)
),
dated as (
    select
        history.*,
        -- when it began: a contact, or a death, since the extract before
        case when in_touch = 'DIED' and died between coalesce(told_before + 1, died) and told_on then died
             when in_touch = 'YES' and contact > coalesce(told_before, contact - 1) then contact
             else told_on end as since
    from history
),
lasting as (
    select
        dated.*,
        case when not lead(ended) over by_day then lead(since) over by_day
             when dob + interval '25 years' > told_on and dob + interval '25 years' <= lead(told_on) over by_day then (dob + interval '25 years')::date
             when lead(ended) over by_day then greatest(told_on + 1, (lead(told_on) over by_day - interval '3 months')::date) end as until
    from dated
    window by_day as (partition by person_key order by told_on)
),
told_for as (
    select
        lasting.*, y.year_end, b.age, b.birthday,
        since <= b.birthday and coalesce(until > b.birthday, true) as stood_on_birthday
    from lasting
    -- collection years, by the calendar year of their 1 April
    cross join lateral (
        select extract(year from told_on - interval '6 months')::integer as first, extract(year from until - 1 - interval '3 months')::integer as last
    ) as told
    cross join lateral generate_series(told.first, greatest(told.first, least(told.last, told.first + 7))) as n (year)
    cross join lateral (select make_date(n.year + 1, 3, 31) as year_end) as y
    cross join lateral (select functions.age_for_return(dob, y.year_end) as age) as a
    cross join lateral (select a.age, (dob + make_interval(years => a.age))::date as birthday) as b
    where in_touch is not null and coalesce(eligibility, 'FORMER_RELEVANT') in ('RELEVANT', 'FORMER_RELEVANT')
)
select distinct on (person_key, year_end)
    person_key, authority, extract(year from year_end)::integer - 1 || '-' || to_char(year_end, 'YY') as collection_year, in_touch,
    case when in_touch is distinct from 'YES' then '0' else activity end as activ,
    case when in_touch is distinct from 'YES' then '0' else accommodation || case when suitable then '1' when not suitable then '2' end end as accom,
    scope, told_on as as_at, occurrence, assertion_id
from told_for
order by
    person_key, year_end,
    case when coalesce(age, 22) > 21 then case when since <= year_end then 1 else 2 end
         when stood_on_birthday and (in_touch = 'DIED' or in_touch = 'YES' and coalesce(contact >= birthday - interval '3 months', true)) then 1
         when in_touch = 'YES' and contact between birthday and birthday + interval '1 month' then 2
         when stood_on_birthday then 3
         else 4 end,
    -- days from what is asked after
    case when coalesce(age, 22) > 21 then abs(year_end - since)
         when in_touch = 'YES' and contact between birthday and birthday + interval '1 month' then contact - birthday
         when since > birthday then since - birthday
         else birthday - until end,
    told_on
