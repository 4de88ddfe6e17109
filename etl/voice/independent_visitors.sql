-- title:   Independent visitors: referral, wait, match and its end
-- purpose: How referrals become star.fact_independent_visitor for the children touched
-- into:    star.fact_independent_visitor
-- rules:   the status follows the dates where they tell it: an ended match has ended, whatever the service's own column still says
-- edges:   two referrals of one day are one: the one that was matched counts
select distinct on (t.person_key, h.referred_on)
    t.person_key, h.authority,
    h.referred_on, h.eligible_from, h.offered, h.accepted, coalesce(h.waiting_since, h.referred_on) as waiting_since,
    h.matched, h.visitor, h.ended, h.end_reason, h.withdrawn, h.withdrawn_reason,
    case
        when h.ended is not null then 'ended'
        when h.withdrawn is not null and h.matched is null then 'withdrawn'
        when h.matched is not null then 'matched'
        else coalesce(h.status, 'waiting')
    end as status,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.independent_visitors as h on h.subject = t.identifier and h.authority = t.authority
where {{usable}}
order by t.person_key, h.referred_on, h.matched nulls last, h.reference
