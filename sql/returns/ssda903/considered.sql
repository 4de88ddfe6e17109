-- title:   SSDA903 records considered for a year
-- purpose: The decision of every module's cohort about every record of the star, in one shape.
-- grain:   one row per module, child and key
-- inputs:  returns.ssda903_header_considered, returns.ssda903_episodes_considered, returns.ssda903_uasc_considered,
--          returns.ssda903_reviews_considered, returns.ssda903_oc2_considered, returns.ssda903_oc3_considered,
--          returns.ssda903_ad1_considered, returns.ssda903_placed_for_adoption_considered, returns.ssda903_previous_permanence_considered,
--          returns.ssda903_missing_considered, returns.ssda903_sw_episodes_considered, returns.ssda903_dolo_considered
-- rules:   those of each module
-- edges:   said: the answers beside child, birth date and key, as known at the year's end (returns.ssda903_told); rule is null for a
--          record of the return
create function returns.ssda903_considered(for_authority smallint, for_year text, year_start date, year_end date)
returns table (module text, person_key bigint, key text, said text, rule text, dataset smallint, assertion_id bigint)
language sql stable parallel safe
begin atomic
    select 'Header' as module, x.person_key, '' as key,
           row(x.sex, x.dob, x.ethnic, x.upn)::text as said,
           x.rule, x.dataset, x.assertion_id
    from returns.ssda903_header_considered(for_authority, for_year, year_start, year_end) x
    union all
    select 'Episodes' as module, x.person_key, x.decom::text as key,
           row(x.rne, x.ls, x.cin, x.place, x.place_provider,
               x.dec, x.rec, x.reason_place_change, x.home_post, x.pl_post, x.urn)::text as said,
           x.rule, x.dataset, x.assertion_id
    from returns.ssda903_episodes_considered(for_authority, for_year, year_start, year_end) x
    union all
    select 'UASC' as module, x.person_key, '' as key,
           row(x.duc)::text as said,
           x.rule, x.dataset, x.assertion_id
    from returns.ssda903_uasc_considered(for_authority, for_year, year_start, year_end) x
    union all
    select 'Reviews' as module, x.person_key, x.review::text as key,
           row(x.review_code)::text as said,
           x.rule, x.dataset, x.assertion_id
    from returns.ssda903_reviews_considered(for_authority, for_year, year_start, year_end) x
    union all
    select 'OC2' as module, x.person_key, '' as key,
           row(x.sdq_score, x.sdq_reason, x.convicted, x.health_check,
               x.immunisations, x.teeth_check, x.health_assessment, x.substance_misuse, x.intervention_received,
               x.intervention_offered)::text as said,
           x.rule, x.dataset, x.assertion_id
    from returns.ssda903_oc2_considered(for_authority, for_year, year_start, year_end) x
    union all
    select 'OC3' as module, x.person_key, '' as key,
           row(x.in_touch, x.activ, x.accom)::text as said,
           x.rule, x.dataset, x.assertion_id
    from returns.ssda903_oc3_considered(for_authority, for_year, year_start, year_end) x
    union all
    select 'AD1' as module, x.person_key, '' as key,
           row(x.date_int, x.date_match, x.foster_care, x.nb_adoptr, x.sex_adoptr,
               x.ls_adoptr)::text as said,
           x.rule, x.dataset, x.assertion_id
    from returns.ssda903_ad1_considered(for_authority, for_year, year_start, year_end) x
    union all
    select 'PlacedAdoption' as module, x.person_key, x.date_placed::text as key,
           row(x.date_placed_ceased,
               x.reason_placed_ceased)::text as said,
           x.rule, x.dataset, x.assertion_id
    from returns.ssda903_placed_for_adoption_considered(for_authority, for_year, year_start, year_end) x
    union all
    select 'PrevPerm' as module, x.person_key, '' as key,
           row(x.prev_perm, x.la_perm, x.date_perm)::text as said,
           x.rule, x.dataset, x.assertion_id
    from returns.ssda903_previous_permanence_considered(for_authority, for_year, year_start, year_end) x
    union all
    select 'Missing' as module, x.person_key, x.mis_start::text || ' ' || x.missing as key,
           row(x.mis_end)::text as said,
           x.rule, x.dataset, x.assertion_id
    from returns.ssda903_missing_considered(for_authority, for_year, year_start, year_end) x
    union all
    select 'SWEpisodes' as module, x.person_key, x.sw_decom::text as key,
           row(x.sw_id, x.sw_dec, x.sw_reason)::text as said,
           x.rule, x.dataset, x.assertion_id
    from returns.ssda903_sw_episodes_considered(for_authority, for_year, year_start, year_end) x
    union all
    select 'DoLo' as module, x.person_key, x.dolo_start::text as key,
           row(x.dolo_end)::text as said,
           x.rule, x.dataset, x.assertion_id
    from returns.ssda903_dolo_considered(for_authority, for_year, year_start, year_end) x;
end;
