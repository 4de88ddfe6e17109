-- rule:    1007
-- title:   Care-leaver data not needed: aged 17 or 18 and still looked after on that birthday
-- fields:  IN_TOUCH, ACTIV, ACCOM
-- reports: OC3
-- reads:   latest_episodes, oc3
-- needs:   Episodes, OC3
-- source:  SSDA903 validation rules, 1007
-- found:   Care-leaver items are filled for a young person of 17 or 18 who is still looked after.
-- fix:     Take the care-leaver items out, or give the end of the latest episode and its reason.
-- notes:   REFERENCE DIFFERS: it looks for an episode with an end that spans the latest birthday, so those still looked after are not flagged.
--          Here the latest episode is what counts: open, or without a reason. The age is that at the end of the year, by the date of birth of the
--          care-leaver record.
-- version: 2022-23
select 'OC3' as module, o.row_id
from oc3 o
join latest_episodes e using (child)
where o.dob + interval '17 years' <= :year_end
  and o.dob + interval '19 years' > :year_end
  and (e.dec_text is null or e.rec is null)
  and (o.in_touch is not null or o.activ is not null or o.accom is not null)
