-- title:   Postcodes of the United Kingdom, from the Office for National Statistics
-- purpose: How assertions of this dataset become star.dim_postcode
-- into:    star.dim_postcode
-- inputs:  star.district
-- rules:   a district of a county lies in the county, which has the children's services; outside England no authority of ours does
select
    h.authority, h.pcds as postcode, h.oseast1m as easting, h.osnrth1m as northing,
    coalesce(d.upper_tier, case when h.laua ~ '^E(06|08|09|10)' then h.laua end) as local_authority, h.ctry as country,
    h.laua as district, h.rgn as region, h.ward, h.lsoa21 as lsoa, h.imd as deprivation_rank, h.lat as latitude, h.long as longitude,
    to_date(h.dointr::text, 'YYYYMM') as introduced, to_date(h.doterm::text, 'YYYYMM') as terminated,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from source.postcode_directory as h
left join star.district as d on d.district = h.laua
where {{usable}}
