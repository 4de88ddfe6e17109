-- title:   Teams
-- purpose: How assertions of this dataset become star.dim_team
-- into:    star.dim_team
-- edges:   service is the name of the topmost team; teams that name one another in a circle end where the circle closes
with recursive upwards as (
    select h.authority, h.dept_team_id as team, h.dept_team_name as name, h.dept_team_parent_id as parent, array[h.dept_team_id] as seen
    from source.ssd_department as h
    where h.holds and not h.absent and h.unusable is null and h.occurrence = 1
    union all
    select u.authority, u.team, coalesce(p.dept_team_name, u.name), p.dept_team_parent_id, u.seen || p.dept_team_id
    from upwards as u
    join source.ssd_department as p on p.dept_team_id = u.parent and p.authority = u.authority
    where p.holds and not p.absent and p.unusable is null and p.occurrence = 1 and p.dept_team_id <> all (u.seen)
),
topmost as (
    select distinct on (authority, team) authority, team, name
    from upwards
    order by authority, team, cardinality(seen) desc
)
select
    h.authority, h.dept_team_id as team, h.dept_team_name as name, m.name as service, h.dept_team_parent_id as parent, h.dept_team_parent_name as parent_name,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from source.ssd_department as h
left join topmost as m on m.authority = h.authority and m.team = h.dept_team_id
where {{usable}}
