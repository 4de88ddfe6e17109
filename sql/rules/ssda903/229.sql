-- rule:    229
-- title:   Own/other authority provider code disagrees with the local authority of the provider's URN
-- fields:  URN, PLACE_PROVIDER
-- reports: Episodes
-- reads:   episodes, providers
-- needs:   Episodes, providers, la, postcodes
-- source:  SSDA903 validation rules, 229
-- found:   The provider is given as own provision (PR1) although the URN's provider is not in your authority, or as another authority's (PR2)
--          although it is.
-- fix:     Check the URN against the Ofsted list and the provider code: PR1 own authority, PR2 another authority.
-- notes:   The provider's authority is where its postcode lies, so a provider that works for an authority elsewhere is flagged wrongly; PR1 with a
--          URN that is not in the list or cannot be placed is flagged. QUIRK: with several entries for a URN one that disagrees is enough, even if
--          another agrees.
-- version: 2022-23
with own_or_other as (
    select row_id, urn, place_provider
    from episodes
    where urn <> 'XXXXXXX'
      and place_provider in ('PR1', 'PR2')
)
select 'Episodes' as module, e.row_id
from own_or_other e
left join providers p on p.urn = e.urn
where (e.place_provider = 'PR1' and p.la is distinct from :la)
   or (e.place_provider = 'PR2' and p.la = :la)
-- version: 2025-26 placements that need no URN are left out
with own_or_other as (
    select row_id, urn, place_provider
    from episodes
    where urn <> 'XXXXXXX'
      and place_provider in ('PR1', 'PR2')
      and (place in ('K3', 'P1', 'P3', 'R1', 'R2', 'R5', 'T0', 'T1', 'T2', 'T3', 'T4', 'Z11', 'Z12', 'Z13', 'Z14')) is not true
)
select 'Episodes' as module, e.row_id
from own_or_other e
left join providers p on p.urn = e.urn
where (e.place_provider = 'PR1' and p.la is distinct from :la)
   or (e.place_provider = 'PR2' and p.la = :la)
