-- title:   Return home interviews, by the absence that stands
-- purpose: A source that knows days alone may tell of the interview after an absence under the day of its report. Where the absence stands
--          under the day the child was last seen (see fact_missing.sql), the interview is that absence's
-- into:    star.fact_return_interview
-- inputs:  star.fact_missing
-- rules:   only what has no reference of an interview is moved; where the interview service tells of the absence, its telling counts
with of_absences as (
    select t.*, coalesce(a.mis_start, t.mis_start) as began, coalesce(a.number_on_day, t.number_on_day) as number
    from told as t
    left join lateral (
        select m.mis_start, m.number_on_day
        from star.fact_missing as m
        where t.reference is null and m.person_key = t.person_key and m.missing = t.missing
          and t.mis_start > m.mis_start and t.mis_start <= (m.reported_at at time zone 'Europe/London')::date
        order by m.mis_start desc, m.number_on_day
        limit 1
    ) as a on true
)
select distinct on (person_key, began, missing, number)
    person_key, authority, began as mis_start, missing, number as number_on_day, reference, returned_at,
    offered, offered_at, accepted, not_held_reason, held_at, within_72_hours, interviewer, independent, main_reason, episodes_covered,
    harm_disclosed, exploitation_concern, shared_with_police, dataset, assertion_id
from of_absences
order by person_key, began, missing, number, precedence, mis_start, assertion_id
