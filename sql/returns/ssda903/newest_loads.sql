-- title:   The newest load of each SSDA903 module for a year
-- purpose: The files that say what the authority tells for the year now: their duplicates and rows set aside count.
-- grain:   one row per file of the newest delivery that held the module
-- inputs:  ops.load, ops.delivery, ops.dataset, returns.ssda903_modules
-- rules:   order in time is (as_at, delivery_id) (comment on ops.delivery)
-- edges:   a delivery may hold two files of one module: both are rows
create function returns.ssda903_newest_loads(for_authority smallint, for_year text)
returns table (load_id bigint, ordinal integer, module text, rows_duplicate bigint)
language sql stable parallel safe
begin atomic
    select n.load_id, n.ordinal, n.module, n.rows_duplicate
    from (
        select l.load_id, m.ordinal, m.module, l.rows_duplicate,
               dense_rank() over (partition by l.dataset order by d.as_at desc, d.delivery_id desc) as age
        from ops.load l
        join ops.delivery d on d.delivery_id = l.delivery_id
        join ops.dataset s on s.dataset = l.dataset
        join returns.ssda903_modules m on m.dataset_name = s.name
        where d.authority = for_authority and d.scope = for_year
    ) n
    where n.age = 1;
end;
