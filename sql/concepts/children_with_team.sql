-- title:   The team with which a child is on a date
-- purpose: Who holds the child's case at the end of a day, and in which team: lists for team managers start here.
-- grain:   one row per date, child and authority
-- inputs:  star.fact_involvement, star.dim_professional, star.fact_social_worker_episode, star.fact_worker_post, star.dim_team
-- rules:   the case holder is the newest allocation that is open (the case system's with role CW; where it tells none, the return's), and the team is that of
--          the allocation, else that of the post which the worker holds on the day
-- edges:   an allocation that ends on the day is over; a worker whose post is not known has no team
create function concepts.children_with_team(dates date[])
returns table (as_at date, person_key bigint, authority smallint, worker text, team text, team_name text)
language sql stable parallel safe
begin atomic
    with allocations as (
        select d.as_at, i.person_key, i.authority, 1 as rank, i.started, coalesce(p.registration, i.worker) as worker, i.team
        from unnest(dates) as d (as_at)
        join star.fact_involvement i on i.role = 'CW' and i.started <= d.as_at and (i.ended is null or i.ended > d.as_at)
        left join star.dim_professional p on p.authority = i.authority and p.professional = i.worker
        union all
        select d.as_at, e.person_key, e.authority, 2, e.sw_decom, e.sw_id, null::text
        from unnest(dates) as d (as_at)
        join star.fact_social_worker_episode e on e.sw_decom <= d.as_at and (e.sw_dec is null or e.sw_dec > d.as_at)
    ), holders as (
        select distinct on (a.as_at, a.person_key, a.authority) a.as_at, a.person_key, a.authority, a.worker, a.team
        from allocations a
        order by a.as_at, a.person_key, a.authority, a.rank, a.started desc, a.worker
    ), placed as (
        select h.as_at, h.person_key, h.authority, h.worker,
            coalesce(
                h.team,
                (select o.team from star.fact_worker_post o
                 where o.authority = h.authority and o.worker = h.worker and o.started <= h.as_at and (o.ended is null or o.ended >= h.as_at)
                 order by o.started desc limit 1)) as team
        from holders h
    )
    select p.as_at, p.person_key, p.authority, p.worker, p.team, t.name
    from placed p
    left join star.dim_team t on t.authority = p.authority and t.team = p.team;
end;
