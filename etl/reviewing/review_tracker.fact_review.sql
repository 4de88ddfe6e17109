-- title:   Reviews that were held, from the independent reviewing service
-- purpose: How the tracker's reviews become star.fact_review for the children touched
-- into:    star.fact_review
-- edges:   a series of meetings is one review, on its last day; two due days with one day held: the later due day counts
select distinct on (t.person_key, h.held)
    t.person_key, h.authority,
    h.held as review, h.participation as review_code,
    h.due, h.number_in_period, h.iro, h.meetings, h.mode,
    h.plan_agreed, h.permanence_plan, h.chaired_by_child, h.decisions_sent, h.minutes_sent,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.review_tracker as h on h.subject = t.identifier and h.authority = t.authority
where {{usable}} and h.held is not null and h.cancelled is not true
order by t.person_key, h.held, h.due desc
