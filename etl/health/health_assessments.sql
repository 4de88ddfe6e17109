-- title:   Health assessments, from the nursing team's workbook
-- purpose: How assertions of this dataset become star.fact_health_assessment for the children touched
-- into:    star.fact_health_assessment
-- rules:   a day on which the child was seen makes it done, where the outcome was left as planned or blank
--          a completed assessment stands on the day the child was seen, any other on the day it is due
-- edges:   completed without a day: kept on the day it was due, with no day done, so that no measure counts it as in time
with read as (
    select
        t.person_key, h.*,
        case when h.completed_date is not null and coalesce(h.outcome, 'Planned') = 'Planned' then 'Completed' else coalesce(h.outcome, 'Planned') end as status,
        case
            when h.completed_date is not null and coalesce(h.outcome, 'Planned') in ('Planned', 'Completed') then h.completed_date
            else h.due_date
        end as day,
        least(h.appointment_1, h.appointment_2) as first_offered
    from touched as t
    join source.health_assessments as h on h.subject = t.identifier and h.authority = t.authority
    where {{usable}}
)
select distinct on (person_key, day, status)
    person_key, authority, day, status, assessment_type as kind,
    notified_date as requested, consent_requested, consent_received, due_date as due, first_offered as offered,
    case when status = 'Completed' then completed_date end as done,
    report_returned, late_reason, assessor,
    scope, as_at, occurrence, assertion_id
from read
order by person_key, day, status, business_key, occurrence
