-- title:   SSDA903 Header: every child of the authority, and the rule that leaves the child out
-- purpose: The cohort of the module Header; --explain reads the same decision.
-- grain:   one row per child of the authority
-- inputs:  concepts.children_as_known, concepts.children_looked_after_in_year, returns.ssda903_oc3_considered
-- rules:   HDR-NOT-IN-YEAR  no episode in the year and no row of OC3 (formats/ssda903.yaml Header.rows; ssda903-rules.yaml EPI)
-- edges:   asked_of_mothers: the motherhood items are asked of children with an episode in the year that is not a short break
--          (formats/ssda903.yaml Header.MOTHER; rules 165, 399, 628). rule is null for a row of the return
create function returns.ssda903_header_considered(for_authority smallint, for_year text, year_start date, year_end date)
returns table (person_key bigint, child text, sex text, dob date, ethnic text, upn text, asked_of_mothers boolean,
               rule text, dataset smallint, assertion_id bigint)
language sql stable parallel safe
begin atomic
    select c.person_key, c.child, c.sex, c.dob, c.ethnic, c.upn, coalesce(not k.short_breaks_only, false),
           case when k.person_key is null and l.person_key is null then 'HDR-NOT-IN-YEAR' end,
           c.dataset, c.assertion_id
    from concepts.children_as_known(year_end) c
    left join concepts.children_looked_after_in_year(year_start, year_end) k on k.person_key = c.person_key and k.authority = c.authority
    left join returns.ssda903_oc3_considered(for_authority, for_year, year_start, year_end) l
           on l.person_key = c.person_key and l.rule is null
    where c.authority = for_authority;
end;
