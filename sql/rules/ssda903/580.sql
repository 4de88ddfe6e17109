-- rule:    580
-- title:   Child turned 18 and left care on the day a missing/away period ended, but REC is not E8
-- fields:  REC
-- reports: Episodes
-- reads:   episodes, missing
-- needs:   Episodes, Missing
-- source:  SSDA903 validation rules, 580
-- found:   The child was missing until the 18th birthday, the day care ended, but the reason the episode ceased is not E8 (any other reason).
-- fix:     Give E8 as the reason the episode ceased, or correct the end of the absence.
-- notes:   DfE's message speaks of any child who is missing when care ends; only the 18th birthday is tested. Both kinds of absence count.
-- version: 2022-23
select 'Episodes' as module, e.row_id
from missing m
join episodes e on e.child = m.child and e.dec = m.mis_end
where m.dob + interval '18 years' = m.mis_end
    and (e.rec = 'E8') is not true
