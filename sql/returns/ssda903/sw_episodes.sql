-- title:   SSDA903 SWEpisodes
-- purpose: The module SWEpisodes of a collection year, selected from the star.
-- grain:   one row per child and start of the allocation
-- inputs:  returns.ssda903_sw_episodes_considered, concepts.children_as_known
-- rules:   social workers of the children looked after at 31 March (returns.ssda903_sw_episodes_considered)
-- edges:   the birth date is the child's own (rules INT11 to INT18: equal to Header.DOB); dates dd/mm/yyyy, null for blank
create function returns.ssda903_sw_episodes(for_authority smallint, for_year text, year_start date, year_end date)
returns table (child text, dob text, sw_id text, sw_decom text, sw_dec text, sw_reason text,
               person_key bigint, sort_date date, sort_text text, dataset smallint, assertion_id bigint)
language sql stable parallel safe
begin atomic
    select c.child, to_char(c.dob, 'DD/MM/YYYY'), x.sw_id, to_char(x.sw_decom, 'DD/MM/YYYY'), to_char(x.sw_dec, 'DD/MM/YYYY'), x.sw_reason,
           x.person_key, x.sw_decom, null, x.dataset, x.assertion_id
    from returns.ssda903_sw_episodes_considered(for_authority, for_year, year_start, year_end) x
    left join concepts.children_as_known(year_end) c on c.person_key = x.person_key and c.authority = for_authority
    where x.rule is null;
end;
