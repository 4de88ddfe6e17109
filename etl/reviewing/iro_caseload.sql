-- title:   Caseloads of independent reviewing officers
-- purpose: How caseloads become star.fact_iro_caseload: about workers, made anew as a whole
-- into:    star.fact_iro_caseload
select
    h.authority, h.iro, h.counted_on, h.fte, h.children,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from source.iro_caseload as h
where {{usable}}
