-- title:   Results at the key stages, from the virtual school
-- purpose: How assertions of this dataset become star.fact_attainment for the children touched
-- into:    star.fact_attainment
-- rules:   expected standard: outcome EXS, GDS or AS, or a scaled score of 100 or more (key stages 1 and 2); 32 marks in phonics
--          an outcome that was not reached, absence and disapplication are not the expected standard; not recorded is neither
--          grades 4+ and 5+ need both English and mathematics; U and X are below every grade
-- edges:   a grade that a spreadsheet wrote as 4.0 is 4; an academic year that cannot be read gives no fact
--          a reason for the absence of Progress 8 is kept only where there is none
with read as (
    select
        t.person_key, h.*, functions.academic_year(h.academic_year) as year,
        h.stage in ('KS1', 'KS2') as has_standard,
        regexp_replace(upper(h.english_grade), '\.0$', '') as english,
        regexp_replace(upper(h.maths_grade), '\.0$', '') as mathematics
    from touched as t
    join source.attainment as h on h.subject = t.identifier and h.authority = t.authority
    where {{usable}}
),
judged as (
    select
        read.*,
        case
            when not has_standard then null
            when reading_score is not null then reading_score >= 100
            when reading <> 'NR' then reading in ('EXS', 'GDS', 'AS')
        end as reads,
        case when has_standard and writing <> 'NR' then writing in ('EXS', 'GDS', 'AS') end as writes,
        case
            when not has_standard then null
            when maths_score is not null then maths_score >= 100
            when maths <> 'NR' then maths in ('EXS', 'GDS', 'AS')
        end as reckons,
        case when english ~ '^[1-9]$' then english::integer when english is not null then 0 end as english_points,
        case when mathematics ~ '^[1-9]$' then mathematics::integer when mathematics is not null then 0 end as maths_points
    from read
    where year is not null
)
select distinct on (person_key, stage, year)
    person_key, authority, stage, year as academic_year, school_urn as urn,
    good_level_of_development, phonics_mark, phonics_mark >= 32 as phonics_expected,
    reading, writing, maths, science, reading_score, maths_score, gps_score,
    reads as reading_expected, writes as writing_expected, reckons as maths_expected, reads and writes and reckons as all_expected,
    english as english_grade, mathematics as maths_grade,
    english_points >= 4 and maths_points >= 4 as english_maths_4, english_points >= 5 and maths_points >= 5 as english_maths_5,
    ebacc_entered, ebacc_points, attainment_8, progress_8, case when progress_8 is null then no_progress_8 end as no_progress_8,
    scope, as_at, occurrence, assertion_id
from judged
order by person_key, stage, year, business_key, occurrence
