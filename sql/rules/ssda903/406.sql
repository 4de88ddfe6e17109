-- rule:    406
-- title:   Placement distance present for a child who is or was an unaccompanied asylum-seeking child
-- fields:  PL_DISTANCE
-- reports: Episodes
-- reads:   episodes, placement_places, unaccompanied_children
-- needs:   Episodes, postcodes, UASC or UASC_last
-- source:  SSDA903 validation rules, 406
-- found:   The child is or was unaccompanied (UASC), but both postcodes are given, so that a distance can be worked out.
-- fix:     Take the home postcode out, or correct the UASC mark.
-- notes:   AMBIGUOUS: the guidance also means children who were unaccompanied two years ago; they are known if the return of that year is given.
-- version: 2022-23
select 'Episodes' as module, e.row_id
from episodes e
join unaccompanied_children u on u.child = e.child
join placement_places p on p.row_id = e.row_id
where p.pl_distance is not null
