-- title:   Children looked after in England, from Explore education statistics
-- purpose: How assertions of this dataset become star.comparator
-- into:    star.comparator
-- rules:   time_period is the year of the reporting day, or the two years of a financial year (202425); both end on 31 March.
--          A figure that is not published has a sign: c, z, x, k, low
select
    h.authority, 'children_looked_after' as publication, h.time_period,
    make_date(case length(h.time_period) when 6 then left(h.time_period, 4)::integer + 1 else h.time_period::integer end, 3, 31) as period_ends,
    h.geographic_level as level, coalesce(h.new_la_code, h.region_code, h.country_code) as area,
    case when h.old_la_code ~ '^[0-9]{3}$' then h.old_la_code::smallint end as area_authority,
    h.cla_group as population_group, h.characteristic,
    case when h.number ~ '^-?[0-9][0-9,]*([.][0-9]+)?$' then replace(h.number, ',', '')::numeric end as number,
    case when h.percentage ~ '^-?[0-9][0-9,]*([.][0-9]+)?$' then replace(h.percentage, ',', '')::numeric end as percentage,
    coalesce(case when h.number !~ '^-?[0-9]' then h.number end, case when h.percentage !~ '^-?[0-9]' then h.percentage end) as withheld,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from source.ees_children_looked_after as h
where {{usable}} and h.time_period ~ '^[0-9]{4}([0-9]{2})?$'
