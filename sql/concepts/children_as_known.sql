-- title:   Children as they were known on a day
-- purpose: Identifier, birth date, sex, ethnicity and UPN of each child in the version that was valid on a day: what every
--          module of a return says about the child.
-- grain:   one row per authority and person that has an identifier in its social care system
-- inputs:  identity.node, star.dim_child
-- rules:   the version valid on the day (design, section 4: dim_child is kept by version, as returns of the time saw it)
-- edges:   before the first version the first one stands, since a birth date told later was true before; a person of whom no
--          header was ever told has the identifier only; of two identifiers the one of the version, else the smaller
create function concepts.children_as_known(on_day date)
returns table (person_key bigint, authority smallint, child text, dob date, sex text, ethnic text, upn text,
               dataset smallint, assertion_id bigint)
language sql stable parallel safe
begin atomic
    with identifier as (
        select n.authority, n.person_key, min(n.identifier collate "C") as child
        from identity.node n
        where n.system = 'social-care'
        group by n.authority, n.person_key
    ), version as (
        -- the newest version begun by the day; where none had begun, the first
        select distinct on (c.authority, c.person_key)
               c.authority, c.person_key, c.child, c.dob, c.sex, c.ethnic, c.upn, c.dataset, c.assertion_id
        from star.dim_child c
        order by c.authority, c.person_key, c.valid_from > on_day,
                 case when c.valid_from <= on_day then c.valid_from end desc, c.valid_from
    )
    select i.person_key, i.authority, coalesce(v.child, i.child), v.dob, v.sex, v.ethnic, v.upn, v.dataset, v.assertion_id
    from identifier i
    left join version v on v.authority = i.authority and v.person_key = i.person_key;
end;
