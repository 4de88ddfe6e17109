-- title:   SSDA903 Header
-- purpose: The module Header of a collection year, selected from the star.
-- grain:   one row per child
-- inputs:  returns.ssda903_header_considered, star.fact_mother, returns.ssda903_sex
-- rules:   children with an episode in the year or a row of OC3 (returns.ssda903_header_considered), in the version valid at the
--          year's end. A child born to her after the year's end is not known: MOTHER 0, MC_DOB blank (ssda903-rules.yaml 625, 626)
-- edges:   MOTHER and MC_DOB are blank where they are not asked; a child without any header told has the identifier only, so that
--          validation finds it; dates dd/mm/yyyy, null for blank
create function returns.ssda903_header(for_authority smallint, for_year text, year_start date, year_end date)
returns table (child text, sex text, dob text, ethnic text, upn text, mother text, mc_dob text,
               person_key bigint, sort_date date, sort_text text, dataset smallint, assertion_id bigint)
language sql stable parallel safe
begin atomic
    select x.child, returns.ssda903_sex(x.sex, year_end), to_char(x.dob, 'DD/MM/YYYY'), x.ethnic, x.upn,
           case when x.asked_of_mothers then case when m.mc_dob > year_end then '0' else m.mother end end,
           case when x.asked_of_mothers and m.mc_dob <= year_end then to_char(m.mc_dob, 'DD/MM/YYYY') end,
           x.person_key, null::date, null, x.dataset, x.assertion_id
    from returns.ssda903_header_considered(for_authority, for_year, year_start, year_end) x
    left join star.fact_mother m on m.person_key = x.person_key and m.authority = for_authority
    where x.rule is null;
end;
