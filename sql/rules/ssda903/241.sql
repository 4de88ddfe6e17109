-- rule:    241
-- title:   Supported accommodation (K3) lies in an authority where its provider has no premises
-- fields:  URN
-- reports: Episodes
-- reads:   episodes, placement_places, providers
-- needs:   Episodes, providers, postcodes
-- source:  SSDA903 validation rules, 241
-- found:   The URN's provider has no premises in the authority in which this supported accommodation (K3) lies.
-- fix:     Check the URN against the Ofsted list and the postcode of the placement.
-- notes:   REFERENCE DIFFERS: it does not look at the providers; it flags K3 placements outside the returning authority. AMBIGUOUS: a URN that is
--          not in the list, or a placement that cannot be placed, is flagged here too.
-- version: 2025-26
with supported as (
    select e.row_id, e.urn, p.pl_la
    from episodes e
    join placement_places p using (row_id)
    where e.place = 'K3'
      and e.urn <> 'XXXXXXX'
)
select 'Episodes' as module, s.row_id
from supported s
where not exists (
    select from providers p
    where p.urn = s.urn
      and p.la = s.pl_la
)
