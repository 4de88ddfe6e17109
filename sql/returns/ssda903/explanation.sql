-- title:   Everything told for a year that its SSDA903 return does not hold, and why
-- purpose: The rows of --explain.
-- grain:   one row per record left out or row set aside
-- inputs:  returns.ssda903_left_out, returns.ssda903_cohort_rules, returns.ssda903_newest_loads, returns.ssda903_modules, ops.quarantine
-- rules:   quarantined rows of the newest files, as rule QUARANTINED; with derived, also every record that a rule left out. An
--          asserted return leaves out no record
-- edges:   exact duplicates are no records of their own: they are counted in ops.load.rows_duplicate; the child of a quarantined
--          row is what stood under CHILD
create function returns.ssda903_explanation(for_authority smallint, for_year text, year_start date, year_end date, derived boolean)
returns table (ordinal integer, module text, child text, file_row integer, rule text, reason text)
language sql stable parallel safe
begin atomic
    select m.ordinal, o.module, o.child, o.file_row, o.rule, r.reason
    from returns.ssda903_left_out(for_authority, for_year, year_start, year_end) o
    join returns.ssda903_modules m on m.module = o.module
    left join returns.ssda903_cohort_rules r on r.rule = o.rule
    where derived
    union all
    select n.ordinal, n.module, q.fields ->> 'CHILD', q.file_row, 'QUARANTINED', concat_ws(': ', q.column_name, q.reason)
    from ops.quarantine q
    join returns.ssda903_newest_loads(for_authority, for_year) n on n.load_id = q.load_id
    where q.resolved_at is null;
end;
