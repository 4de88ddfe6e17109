-- title:   SSDA903 records told for a year that its return, derived from the star, does not hold
-- purpose: What --explain lists: each record left out, with the one rule that did it.
-- grain:   one row per record (assertion) that holds and is not a row of the return. With the rows of the return that come from
--          records of the year it is an exact partition of returns.ssda903_told
-- inputs:  returns.ssda903_told, returns.ssda903_considered
-- rules:   in this order: ROW-UNUSABLE, ROW-WAITING, ROW-NOT-IN-STAR, the module's own rule, ROW-CONFLICT, ROW-TOLD-AGAIN
--          (returns.ssda903_cohort_rules says each in words, with its source)
-- edges:   where the star took a further telling of the same key (another year, another dataset) and that says the same as known
--          at the year's end, the record is in the return; where it says something else, the record is left out
create function returns.ssda903_left_out(for_authority smallint, for_year text, year_start date, year_end date)
returns table (module text, child text, file_row integer, rule text, dataset smallint, assertion_id bigint)
language sql stable parallel safe
begin atomic
    with compared as (
        select t.module, t.child, t.file_row, t.dataset, t.assertion_id, t.unusable, t.person_key, t.key, t.occurrence,
               c.module is not null as in_star, c.rule,
               coalesce(t.dataset = c.dataset and t.assertion_id = c.assertion_id, false) as taken,
               t.said = c.said and t.unusable is null as said_the_same
        from returns.ssda903_told(for_authority, for_year, year_end) t
        left join returns.ssda903_considered(for_authority, for_year, year_start, year_end) c
               on c.module = t.module and c.person_key = t.person_key and c.key = t.key
    ), decided as (
        -- of the records of one key, the one that stands for the row of the return: the one taken, else one that says the same
        select c.*,
               bool_or(c.taken) over (partition by c.module, c.person_key, c.key) as taken_from_year,
               row_number() over (partition by c.module, c.person_key, c.key
                                  order by c.taken desc, c.said_the_same desc nulls last, c.occurrence, c.assertion_id) as place
        from compared c
    )
    select d.module, d.child, d.file_row,
           case when d.unusable is not null then 'ROW-UNUSABLE'
                when d.person_key is null then 'ROW-WAITING'
                when not d.in_star then 'ROW-NOT-IN-STAR'
                when d.rule is not null then d.rule
                when d.taken_from_year then 'ROW-CONFLICT'
                else 'ROW-TOLD-AGAIN' end,
           d.dataset, d.assertion_id
    from decided d
    where not (d.in_star and d.rule is null and d.place = 1 and (d.taken or coalesce(d.said_the_same, false)));
end;
