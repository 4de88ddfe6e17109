-- rule:    625
-- title:   First child's date of birth is after the collection year or after the mother's care ended
-- fields:  MC_DOB, DEC
-- reports: Header, Episodes
-- reads:   header, episodes
-- needs:   Header, Episodes
-- source:  SSDA903 validation rules, 625
-- found:   The first child was born after the end of the year, or after the mother's latest ended episode.
-- fix:     Correct the date of birth of the child or the end of the episode; births after care ended are not recorded.
-- notes:   AMBIGUOUS: children whose episodes are all open are not tested, not even against the end of the year, as DfE probably wants. QUIRK: a
--          newer open episode does not stop the comparison with the latest ended one.
-- version: 2022-23
with latest_ended as (
    select distinct on (child) child, row_id, dec
    from episodes
    where child is not null and dec is not null
    order by child, dec desc, row_id
), failing as (
    select h.row_id as header_row, e.row_id as episode_row
    from header h
    join latest_ended e using (child)
    where h.mc_dob > :year_end or h.mc_dob > e.dec
)
select 'Header' as module, header_row as row_id from failing
union all
select 'Episodes', episode_row from failing
