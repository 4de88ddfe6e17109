-- rule:    227
-- title:   URN's provider had already closed on or before the episode start date
-- fields:  URN, DECOM
-- reports: Episodes
-- reads:   episodes, providers
-- needs:   Episodes, providers
-- source:  SSDA903 validation rules, 227
-- found:   By Ofsted's list this provider had closed by the day the episode began.
-- fix:     Correct the URN or the start of the episode.
-- notes:   A URN listed more than once is flagged when any listing had closed.
-- version: 2022-23
select 'Episodes' as module, e.row_id
from episodes e
join providers p on p.urn = e.urn
where e.urn <> 'XXXXXXX' and e.decom >= p.reg_end
