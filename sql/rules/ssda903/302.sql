-- rule:    302
-- title:   Child's earliest episode starts before the date of birth
-- fields:  DECOM, DOB
-- reports: Episodes, Header
-- reads:   first_episodes, header
-- needs:   Episodes, Header
-- source:  SSDA903 validation rules, 302
-- found:   The child's first episode in this file begins before the child was born.
-- fix:     Correct the start of the episode or the date of birth.
-- notes:   Only the first episode is tested. The reference implementation gives no result when any child has no readable start date at all.
-- version: 2022-23
with failing as (
    select e.row_id as episode_row, h.row_id as header_row
    from first_episodes e
    join header h using (child)
    where h.dob > e.decom
)
select 'Episodes' as module, episode_row as row_id from failing
union all
select 'Header', header_row from failing
