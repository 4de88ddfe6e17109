-- title:   Teams of children's services, from human resources
-- purpose: How assertions of this dataset become star.dim_team
-- into:    star.dim_team
-- inputs:  source.teams
select
    h.authority, h.team_id as team, h.name, h.service, h.parent_team as parent,
    (select min(p.name) from source.teams as p
     where p.team_id = h.parent_team and p.authority = h.authority and p.holds and not p.absent and p.unusable is null) as parent_name,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from source.teams as h
where {{usable}}
