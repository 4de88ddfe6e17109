-- title:   How many rows of the file mean what
-- purpose: Each count is taken where it happens: unchanged are the records that held and that the file neither changed nor left out
with held as (
    select count(*) filter (where occurrence = 1) as first_ones, count(*) filter (where occurrence > 1) as further_ones
    from source.{{table}}
    where holds and not absent and authority = {{authority}} and scope = {{scope}}
),
unlike as (
    select count(*) filter (where s.occurrence = 1) as first_ones, count(*) filter (where s.occurrence > 1) as further_ones
    from verdict as v
    join source.{{table}} as s on s.ctid = v.held
    where not s.absent
)
select 'd' as kind, false as further, count(*) from landing.{{table}} where {{repeats}} and duplicate
union all
select kind::text, occurrence > 1, count(*) from verdict group by 1, 2
union all
select 'u', false, held.first_ones - unlike.first_ones from held, unlike
union all
select 'u', true, held.further_ones - unlike.further_ones from held, unlike;
