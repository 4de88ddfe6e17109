-- rule:    228
-- title:   URN's provider closed before the episode ended (or before year end for an open episode)
-- fields:  URN, DEC
-- reports: Episodes
-- reads:   episodes, providers
-- needs:   Episodes, providers
-- source:  SSDA903 validation rules, 228
-- found:   By Ofsted's list this provider closed before the episode ended, or before the end of the year while the episode is open.
-- fix:     Correct the URN or the end of the episode.
-- notes:   An unreadable DEC counts as open. An open episode is flagged although its provider may close only later in the collection year.
-- version: 2022-23
select 'Episodes' as module, e.row_id
from episodes e
join providers p on p.urn = e.urn
where e.urn <> 'XXXXXXX' and coalesce(e.dec, :year_end) > p.reg_end
