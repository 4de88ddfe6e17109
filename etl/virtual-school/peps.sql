-- title:   Personal education plans, from the ePEP portal
-- purpose: How assertions of this dataset become star.fact_pep for the children touched
-- into:    star.fact_pep
-- rules:   of several plans of one type in one term (a school closed one and began another after a move), the one that came furthest:
--          signed off, then held, then the newest; a cancelled one only where there is no other
-- edges:   an academic year that cannot be read is taken from the meeting, or from the day the plan is due; with neither, no fact
--          no type: a review
-- materialized: the year is worked out once for each record
with read as materialized (
    select
        t.person_key, h.*,
        coalesce(
            functions.academic_year(h.academic_year),
            functions.academic_year_of(coalesce(h.meeting_held, h.meeting_booked, h.due_date))) as year,
        coalesce(h.pep_type, 'review') as kind
    from touched as t
    join source.peps as h on h.subject = t.identifier and h.authority = t.authority
    where {{usable}}
)
select distinct on (person_key, year, term, kind)
    person_key, authority, year as academic_year, term, kind as pep_type, status,
    due_date as due, meeting_booked, meeting_held, submitted_date as submitted, signed_off,
    quality, quality_date as quality_assured,
    young_person_attended, social_worker_attended, carer_attended, designated_teacher_attended, views_recorded,
    pupil_premium_requested, pupil_premium_agreed, pupil_premium_spent,
    school_urn as urn, year_group,
    scope, as_at, occurrence, assertion_id
from read
where year is not null
order by
    person_key, year, term, kind,
    status is not distinct from 'CA', signed_off desc nulls last, meeting_held desc nulls last, meeting_booked desc nulls last, pep_id desc, occurrence
