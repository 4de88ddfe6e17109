-- title:   Residents by age and sex, mid-year estimates of the Office for National Statistics
-- purpose: How assertions of this dataset become star.population
-- into:    star.population
-- inputs:  star.dim_local_authority
-- rules:   single years of age: Age 7, or Aged 90+; totals and bands of ages (All Ages, Aged 0 to 15) are left out, they are sums of these
select
    h.authority, h.geography_code as area,
    (select min(a.authority) from star.dim_local_authority as a where a.ons_code = h.geography_code and a.valid_to is null) as area_authority,
    h.date::smallint as year, case lower(h.gender_name) when 'male' then 'M' when 'female' then 'F' else 'T' end as sex,
    substring(h.c_age_name from '[0-9]+')::smallint as age, round(h.obs_value)::integer as persons,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from source.population_estimates as h
where {{usable}} and h.c_age_name ~* '^(age[d]? *)?[0-9]+ *[+]?$'
