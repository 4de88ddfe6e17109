-- rule:    558
-- title:   Adopted child has several 'no longer placed for adoption' dates and the latest one is not blank
-- fields:  DATE_PLACED_CEASED, REC
-- reports: Episodes
-- reads:   episodes_in_order, placed_adoption
-- needs:   Episodes, PlacedAdoption
-- source:  SSDA903 validation rules, 558
-- found:   The child was adopted, but several decisions to place for adoption are shown as ended, the latest one included.
-- fix:     Take the end date out of the decision that led to the adoption, or correct the reason the episode ceased.
-- notes:   REFERENCE DIFFERS: it flags every E11 or E12 episode of a child whose decisions all have an end date, if such episodes times decisions
--          are more than one. AMBIGUOUS: "latest" is taken to be the decision with the latest DATE_PLACED.
-- version: 2022-23
with latest_decision as (
    select distinct on (child) child, date_placed_ceased_text,
        count(date_placed_ceased_text) over (partition by child) as ceased
    from placed_adoption
    where child is not null
    order by child, date_placed desc nulls last, row_id desc
)
select 'Episodes' as module, e.row_id
from episodes_in_order e
join latest_decision p using (child)
where e.decom is not null
    and e.next_decom is null
    and e.rec in ('E11', 'E12')
    and p.date_placed_ceased_text is not null
    and p.ceased > 1
