-- title:   SSDA903 records considered for a year
-- purpose: The decision of every module's cohort about every record of the star, in one shape.
-- grain:   one row per module, child and key
-- inputs:  returns.ssda903_header_considered, returns.ssda903_episodes_considered, returns.ssda903_uasc_considered,
--          returns.ssda903_reviews_considered, returns.ssda903_oc2_considered, returns.ssda903_oc3_considered,
--          returns.ssda903_ad1_considered, returns.ssda903_placed_for_adoption_considered, returns.ssda903_previous_permanence_considered,
--          returns.ssda903_missing_considered, returns.ssda903_sw_episodes_considered, returns.ssda903_dolo_considered
-- rules:   those of each module
-- edges:   rule is null for a record of the return
create function returns.ssda903_considered(for_authority smallint, for_year text, year_start date, year_end date)
returns table (module text, person_key bigint, key text, rule text, dataset smallint, assertion_id bigint)
language sql stable parallel safe
begin atomic
    select 'Header' as module, x.person_key, '' as key, x.rule, x.dataset, x.assertion_id
    from returns.ssda903_header_considered(for_authority, for_year, year_start, year_end) x
    union all
    select 'Episodes' as module, x.person_key, x.decom::text as key, x.rule, x.dataset, x.assertion_id
    from returns.ssda903_episodes_considered(for_authority, for_year, year_start, year_end) x
    union all
    select 'UASC' as module, x.person_key, '' as key, x.rule, x.dataset, x.assertion_id
    from returns.ssda903_uasc_considered(for_authority, for_year, year_start, year_end) x
    union all
    select 'Reviews' as module, x.person_key, x.review::text as key, x.rule, x.dataset, x.assertion_id
    from returns.ssda903_reviews_considered(for_authority, for_year, year_start, year_end) x
    union all
    select 'OC2' as module, x.person_key, '' as key, x.rule, x.dataset, x.assertion_id
    from returns.ssda903_oc2_considered(for_authority, for_year, year_start, year_end) x
    union all
    select 'OC3' as module, x.person_key, '' as key, x.rule, x.dataset, x.assertion_id
    from returns.ssda903_oc3_considered(for_authority, for_year, year_start, year_end) x
    union all
    select 'AD1' as module, x.person_key, '' as key, x.rule, x.dataset, x.assertion_id
    from returns.ssda903_ad1_considered(for_authority, for_year, year_start, year_end) x
    union all
    select 'PlacedAdoption' as module, x.person_key, x.date_placed::text as key, x.rule, x.dataset, x.assertion_id
    from returns.ssda903_placed_for_adoption_considered(for_authority, for_year, year_start, year_end) x
    union all
    select 'PrevPerm' as module, x.person_key, '' as key, x.rule, x.dataset, x.assertion_id
    from returns.ssda903_previous_permanence_considered(for_authority, for_year, year_start, year_end) x
    union all
    select 'Missing' as module, x.person_key, x.mis_start::text || ' ' || x.missing as key, x.rule, x.dataset, x.assertion_id
    from returns.ssda903_missing_considered(for_authority, for_year, year_start, year_end) x
    union all
    select 'SWEpisodes' as module, x.person_key, x.sw_decom::text as key, x.rule, x.dataset, x.assertion_id
    from returns.ssda903_sw_episodes_considered(for_authority, for_year, year_start, year_end) x
    union all
    select 'DoLo' as module, x.person_key, x.dolo_start::text as key, x.rule, x.dataset, x.assertion_id
    from returns.ssda903_dolo_considered(for_authority, for_year, year_start, year_end) x;
end;
