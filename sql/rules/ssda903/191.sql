-- rule:    191
-- title:   Required health items are missing for a child looked after continuously for 12 months
-- fields:  IMMUNISATIONS, TEETH_CHECK, HEALTH_ASSESSMENT, SUBSTANCE_MISUSE, CHILD
-- reports: OC2, Episodes
-- reads:   oc2, continuously_looked_after, first_episodes
-- needs:   OC2, Episodes
-- source:  SSDA903 validation rules, 191
-- found:   A child who was looked after for the whole year lacks immunisations, dental check, health assessment or substance misuse, or is not in
--          OC2 at all.
-- fix:     Give all four items for the child in OC2.
-- notes:   REFERENCE DIFFERS: it gives no result at all when any child has only episodes without a readable DECOM.
-- version: 2022-23
select 'OC2' as module, o.row_id
from oc2 o
join continuously_looked_after using (child)
where num_nulls(o.immunisations, o.teeth_check, o.health_assessment, o.substance_misuse) > 0
union all
-- a child without a row in OC2 is shown by the first episode
select 'Episodes', e.row_id
from first_episodes e
join continuously_looked_after c using (child)
where not exists (select from oc2 o where o.child = e.child)
