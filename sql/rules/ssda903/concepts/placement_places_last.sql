-- title:   Where the placements of last year's file are
-- purpose: Authority, in or out of the returning authority, and distance from home of each episode: derived by DfE from the postcodes, not in the return.
-- grain:   one row per row of Episodes_last
-- reads:   episodes_last, postcodes
-- rules:   postcodes match without their blanks. pl_la: upper-tier code of PL_POST's district; SCO, NIR or WAL outside England. pl_location: IN when that is the
--          returning authority, otherwise OUT, and null when PL_POST is not known. pl_distance: miles between HOME_POST and PL_POST, to one decimal, half
--          to even in double precision (1 mile is 1.6093 km). (Shared definitions of the validation rules: postcode fields.)
-- edges:   null where a postcode is blank or not in the directory
with placed as (
    select e.row_id,
        placement.laua,
        case left(placement.laua, 1)
            when 'S' then 'SCO'
            when 'N' then 'NIR'
            when 'W' then 'WAL'
            else placement.la
        end as pl_la,
        sqrt((home.east - placement.east)::float8 ^ 2 + (home.north - placement.north)::float8 ^ 2) / 1000 / 1.6093::float8 as miles
    from episodes_last e
    left join postcodes placement on placement.postcode = replace(e.pl_post, ' ', '')
    left join postcodes home on home.postcode = replace(e.home_post, ' ', '')
)
select row_id,
    pl_la,
    case
        when laua is null then null
        when pl_la = :la then 'IN'
        else 'OUT'
    end as pl_location,
    (round(miles * 10) / 10)::numeric(9, 1) as pl_distance
from placed
