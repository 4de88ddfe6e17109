-- title:   Attendance by day, from the attendance collector
-- purpose: How assertions of this dataset become star.fact_attendance for the children touched
-- into:    star.fact_attendance
-- rules:   functions.attendance_meaning says what a code means; possible = present + authorised + unauthorised
-- edges:   two schools report one day (dual registration), or one reports it under two pupil numbers: the row with more sessions that count comes
--          first, by way of its occurrence; among equals the same one whichever came first. Sorting millions of days here would cost more
with marked as (
    select
        t.person_key, h.authority, h.day, h.am, h.pm, h.minutes_late, h.school_urn, h.scope, h.as_at, h.occurrence, h.assertion_id, h.business_key,
        functions.attendance_meaning(h.am) as morning, functions.attendance_meaning(h.pm) as afternoon
    from touched as t
    join source.daily_attendance as h on h.subject = t.identifier and h.authority = t.authority
    where {{usable}}
),
counted as (
    select
        marked.*,
        (coalesce(morning = 'present', false)::integer + coalesce(afternoon = 'present', false)::integer)::smallint as present,
        (coalesce(morning = 'authorised', false)::integer + coalesce(afternoon = 'authorised', false)::integer)::smallint as authorised,
        (coalesce(morning = 'unauthorised', false)::integer + coalesce(afternoon = 'unauthorised', false)::integer)::smallint as unauthorised
    from marked
)
select
    person_key, authority, day, am, pm,
    (present + authorised + unauthorised)::smallint as possible, present, authorised, unauthorised,
    minutes_late::smallint as minutes_late, school_urn as urn,
    scope, as_at, (occurrence + (2 - present - authorised - unauthorised) * 1000) * 1024 + (hashtext(business_key) & 1023) as occurrence, assertion_id
from counted
