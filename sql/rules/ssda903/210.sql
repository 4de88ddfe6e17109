-- rule:    210
-- title:   UPN is UN4 although the episode dates do not allow this unknown-UPN code
-- fields:  UPN, DECOM
-- reports: Header, Episodes
-- reads:   header, episodes
-- needs:   Header, Episodes
-- source:  SSDA903 validation rules, 210
-- found:   UPN is UN4 (only just looked after, UPN not found in time), but an episode of the child began before 24 March, the last week of the year.
-- fix:     Give the child's UPN, or another code that says why it is unknown.
-- notes:   UN4 is for children who came into care in the last week of the year, and DfE's message says that children looked after for more than a
--          week at 31 March should not have it; so episodes that began BEFORE 24 March are flagged. DfE's rule text taken literally (no episode
--          may start on or after 24 March), which is what the reference implementation does, flags the opposite: exactly the children for whom
--          the code was made.
-- version: 2022-23
with failing as (
    select e.row_id as episode_row, h.row_id as header_row
    from header h
    join episodes e using (child)
    where h.upn = 'UN4' and e.decom < make_date(:year, 3, 24)
)
select 'Episodes' as module, episode_row as row_id from failing
union all
select 'Header', header_row from failing
