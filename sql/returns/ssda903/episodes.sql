-- title:   SSDA903 Episodes
-- purpose: The module Episodes of a collection year, selected from the star.
-- grain:   one row per child and DECOM
-- inputs:  returns.ssda903_episodes_considered, concepts.children_as_known
-- rules:   every episode open at any time in the year, as known at its end (returns.ssda903_episodes_considered;
--          formats/ssda903.yaml Episodes)
-- edges:   dates dd/mm/yyyy, null for blank; postcodes and URN come as they were told, also for short breaks (rules 214, 398 find them)
create function returns.ssda903_episodes(for_authority smallint, for_year text, year_start date, year_end date)
returns table (child text, decom text, rne text, ls text, cin text, place text, place_provider text, "dec" text, rec text,
               reason_place_change text, home_post text, pl_post text, urn text,
               person_key bigint, sort_date date, sort_text text, dataset smallint, assertion_id bigint)
language sql stable parallel safe
begin atomic
    select c.child, to_char(e.decom, 'DD/MM/YYYY'), e.rne, e.ls, e.cin, e.place, e.place_provider, to_char(e.dec, 'DD/MM/YYYY'),
           e.rec, e.reason_place_change, e.home_post, e.pl_post, e.urn,
           e.person_key, e.decom, null, e.dataset, e.assertion_id
    from returns.ssda903_episodes_considered(for_authority, for_year, year_start, year_end) e
    left join concepts.children_as_known(year_end) c on c.person_key = e.person_key and c.authority = for_authority
    where e.rule is null;
end;
