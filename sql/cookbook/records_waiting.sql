-- title:   Records that wait for a child, by agency and reason
-- purpose: What was sent and cannot be used yet because nobody knows whom it is about, and why.
-- grain:   one row per agency and reason
-- inputs:  identity.waiting
-- rules:   a record is tied by a valid identifier with date of birth or name agreeing; the rest waits and is counted (design, decision 8)
-- edges:   no values of persons are in the answer; loxley status shows the same by feed
select w.system as agency, w.reason, count(*) as persons, sum(w.rows) as records
from identity.waiting as w
group by w.system, w.reason
order by records desc, agency, w.reason;
