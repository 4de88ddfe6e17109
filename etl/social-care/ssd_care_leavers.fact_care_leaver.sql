-- title:   Care leavers around their birthday (OC3), from the case system
-- purpose: The latest position told in a collection year, as the return would put it
-- into:    star.fact_care_leaver
-- rules:   the return asks of relevant and former relevant young people (formats/ssda903.yaml, OC3.cohort_rule), so not of qualifying ones
--          and of those still in care. Activity and accommodation are 0 where the authority is not in touch (OC3.ACTIV, OC3.ACCOM);
--          accommodation is the letter with 1 for suitable and 2 for not
-- edges:   the case system has the latest position, not that of the birthday: it can differ where something changed since. An extract of
--          April to June still tells the year that ended, whose return is then made. A position stands for later years until another is told
--          or the record is gone, for eight years at most: from 18 to 25
with spoken as (
    select distinct on (t.person_key, d.collection_year)
        t.person_key, h.authority, extract(year from d.date - interval '3 months')::integer as year_told,
        h.clea_care_leaver_eligibility as eligibility, h.clea_care_leaver_in_touch as in_touch, h.clea_care_leaver_activity as activ,
        h.clea_care_leaver_accommodation || h.clea_care_leaver_accom_suitable as accom,
        (select extract(year from min(gone.as_at) - interval '3 months')::integer
         from source.ssd_care_leavers as gone
         where gone.clea_person_id = h.clea_person_id and gone.authority = h.authority and gone.absent and gone.as_at > h.as_at
           and not exists (
            select from source.ssd_care_leavers as other
            where other.clea_person_id = gone.clea_person_id and other.authority = gone.authority and other.business_key <> gone.business_key
              and other.holds and not other.absent)) as year_gone,
        h.scope, h.as_at, h.occurrence, h.assertion_id
    from touched as t
    join source.ssd_care_leavers as h on h.clea_person_id = t.identifier and h.authority = t.authority
    join star.dim_date as d on d.date = (h.as_at - interval '3 months')::date
    where not h.absent and h.unusable is null
    order by t.person_key, d.collection_year, h.as_at desc, h.load_id desc, h.clea_care_leaver_latest_contact desc nulls last,
             h.business_key, h.occurrence
),
lasting as (
    select
        spoken.*,
        greatest(year_told, least(lead(year_told) over (partition by person_key order by year_told) - 1, year_gone - 1, year_told + 7)) as year_last
    from spoken
)
select
    person_key, authority, y.year || '-' || right((y.year + 1)::text, 2) as collection_year, in_touch,
    case when in_touch is distinct from 'YES' then '0' else activ end as activ,
    case when in_touch is distinct from 'YES' then '0' else accom end as accom,
    scope, as_at, occurrence, assertion_id
from lasting
cross join lateral generate_series(year_told, year_last) as y (year)
where in_touch is not null and coalesce(eligibility, 'FORMER_RELEVANT') in ('RELEVANT', 'FORMER_RELEVANT')
