-- rule:    525
-- title:   Decision to place for adoption was reversed, yet adoption details (AD1) are filled in for the child
-- fields:  DATE_PLACED_CEASED, DATE_INT, DATE_MATCH, FOSTER_CARE, NB_ADOPTR, SEX_ADOPTR, LS_ADOPTR
-- reports: PlacedAdoption, AD1
-- reads:   placed_adoption, ad1
-- needs:   PlacedAdoption, AD1
-- source:  SSDA903 validation rules, 525
-- found:   The decision to place for adoption was reversed, yet details of an adoption are given for the child.
-- fix:     Take the adoption details out, or the date on which the decision was reversed if it still stood.
-- version: 2022-23
with failing as (
    select p.row_id as placed_adoption_row, a.row_id as ad1_row
    from placed_adoption p
    join ad1 a using (child)
    where p.date_placed_ceased_text is not null
        and coalesce(a.date_int_text, a.date_match_text, a.foster_care, a.nb_adoptr, a.sex_adoptr, a.ls_adoptr) is not null
)
select 'PlacedAdoption' as module, placed_adoption_row as row_id from failing
union all
select 'AD1', ad1_row from failing
