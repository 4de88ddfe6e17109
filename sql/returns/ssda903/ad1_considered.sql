-- title:   SSDA903 AD1: every record of the star, and the rule that leaves it out
-- purpose: The cohort of the module AD1; --explain reads the same decision.
-- grain:   one row per child of the authority of whom adoption details were ever told
-- inputs:  star.fact_adoption, concepts.adopted_in_year
-- rules:   AD1-NOT-ADOPTED  no episode of the child ended in the year with REC E11 or E12 (formats/ssda903.yaml AD1.purpose;
--                           ssda903-rules.yaml 602)
-- edges:   rule is null for a row of the return
create function returns.ssda903_ad1_considered(for_authority smallint, for_year text, year_start date, year_end date)
returns table (person_key bigint, date_int date, date_match date, foster_care text, nb_adoptr text, sex_adoptr text, ls_adoptr text,
               rule text, dataset smallint, assertion_id bigint)
language sql stable parallel safe
begin atomic
    select f.person_key, f.date_int, f.date_match, f.foster_care, f.nb_adoptr, f.sex_adoptr, f.ls_adoptr,
           case when k.person_key is null then 'AD1-NOT-ADOPTED' end,
           f.dataset, f.assertion_id
    from star.fact_adoption f
    left join concepts.adopted_in_year(year_start, year_end) k on k.person_key = f.person_key and k.authority = f.authority
    where f.authority = for_authority;
end;
