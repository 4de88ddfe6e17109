-- title:   School places, from the ePEP portal
-- purpose: How assertions of this dataset become star.fact_school_place for the children touched
-- into:    star.fact_school_place
-- edges:   no kind of enrolment: on no roll where there is no provision, else the only school
select distinct on (t.person_key, h.on_roll_date, coalesce(h.enrolment, case when h.provision_type = 'NO' then 'NO' else 'C' end))
    t.person_key, h.authority,
    h.on_roll_date as started, coalesce(h.enrolment, case when h.provision_type = 'NO' then 'NO' else 'C' end) as enrolment, h.ended,
    h.school_urn as urn, h.phase, h.provision_type, h.year_group, h.on_roll, h.timetable_hours,
    h.part_time, h.part_time_start as part_time_started, h.part_time_review as part_time_reviewed, h.leaving_reason,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.school_places as h on h.subject = t.identifier and h.authority = t.authority
where {{usable}} and h.on_roll_date is not null
order by t.person_key, h.on_roll_date, coalesce(h.enrolment, case when h.provision_type = 'NO' then 'NO' else 'C' end), h.business_key, h.occurrence
