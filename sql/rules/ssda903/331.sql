-- rule:    331
-- title:   Child was matched with adopters after the start of the episode that ended in adoption
-- fields:  DATE_MATCH, DECOM, REC
-- reports: AD1, Episodes
-- reads:   ad1, episodes
-- needs:   AD1, Episodes
-- source:  SSDA903 validation rules, 331
-- found:   The match with the adopters (DATE_MATCH) is later than the start of the episode that ended with the adoption (E11, E12).
-- fix:     Correct the date of the match, or the start of the adoptive placement.
-- version: 2022-23
with failing as (
    select e.row_id as episode_row, a.row_id as ad1_row
    from ad1 a
    join episodes e using (child)
    where e.rec in ('E11', 'E12') and a.date_match > e.decom
)
select 'Episodes' as module, episode_row as row_id from failing
union all
select 'AD1', ad1_row from failing
