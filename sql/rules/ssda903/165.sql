-- rule:    165
-- title:   Mother status is invalid, given for a male, or missing for a female who needs it
-- fields:  MOTHER, SEX, ACTIV, ACCOM, IN_TOUCH, DECOM
-- reports: Header, OC3
-- reads:   header, episodes, oc3
-- needs:   Header, Episodes, OC3
-- source:  SSDA903 validation rules, 165
-- found:   The mother status is not 0 or 1, or is given for a male, or is missing for a female who was looked after in the year or has no care
--          leaver details.
-- fix:     Give 1 if she is a mother and 0 if not; leave it blank for males and for care leavers without an episode in the year.
-- notes:   REFERENCE DIFFERS: it still compares SEX with 1 and 2, so that with M, F and U only an invalid status is found; it does not flag a
--          blank for a female without an episode in the year and without care leaver details; and it flags a status that is given for one with
--          care leaver details and no episode in the year. Sex U is neither male nor female here.
-- version: 2022-23
with looked_after as (
    -- children with an episode that is no short break, and whether one of them touches the year
    select child, bool_or(coalesce(dec, :year_end) >= :year_start and decom <= :year_end) as in_year
    from episodes
    where child is not null
      and (ls in ('V3', 'V4')) is not true
    group by child
),
care_leavers as (
    select distinct child
    from oc3
    where num_nonnulls(in_touch, activ, accom) > 0
),
sexes as (
    -- M and F replaced 1 and 2 in 2024-25
    select case when :year >= 2025 then 'M' else '1' end as male,
        case when :year >= 2025 then 'F' else '2' end as female
),
failing as (
    select h.row_id as header_row, child
    from header h
    join looked_after using (child)
    left join care_leavers c using (child)
    cross join sexes
    where h.mother not in ('0', '1')
       or (h.mother is not null and h.sex = sexes.male)
       or (h.mother is null and h.sex = sexes.female and (in_year is true or c.child is null))
)
select 'Header' as module, header_row as row_id from failing
union all
select 'OC3', o.row_id from failing join oc3 o using (child)
