-- title:   SSDA903 records told for a year
-- purpose: What the authority's deliveries for a collection year say now, module by module, with the key by which the star holds it.
-- grain:   one row per record (assertion) that holds
-- inputs:  source.ssda903_header, source.ssda903_episodes, source.ssda903_uasc, source.ssda903_reviews,
--          source.ssda903_oc2, source.ssda903_oc3, source.ssda903_ad1, source.ssda903_placed_for_adoption,
--          source.ssda903_previous_permanence, source.ssda903_missing, source.ssda903_sw_episodes, source.ssda903_dolo,
--          ops.dataset, identity.node
-- rules:   design, decision 2: what holds is the newest version; a tombstone says nothing any more
-- edges:   said: the answers beside child, birth date and key, as text, to compare with the return, and like it without what came
--          after the year's end (docs/reference/ssda903-cohorts.md); motherhood is not in it, as the star
--          holds it apart; unusable records and further occurrences of a key are in; person_key is null while the person is not known
create function returns.ssda903_told(for_authority smallint, for_year text, year_end date)
returns table (module text, dataset smallint, assertion_id bigint, child text, file_row integer, person_key bigint, key text, said text,
               occurrence smallint, unusable text)
language sql stable parallel safe
begin atomic
    with record as (
        select 'Header' as module, 'social-care/ssda903_header' as name, x.assertion_id, x.child, x.file_row, '' as key,
               row(x.sex, x.dob, x.ethnic, x.upn)::text as said,
               x.occurrence, x.unusable
        from source.ssda903_header x where x.authority = for_authority and x.scope = for_year and x.holds and not x.absent
        union all
        select 'Episodes' as module, 'social-care/ssda903_episodes' as name, x.assertion_id, x.child, x.file_row, x.decom::text as key,
               row(x.rne, x.ls, x.cin, x.place, x.place_provider,
                   case when x.dec <= year_end then x.dec end, case when x.dec > year_end then null else x.rec end,
                   case when x.dec > year_end then null else x.reason_place_change end, x.home_post,
                   x.pl_post, x.urn)::text as said,
               x.occurrence, x.unusable
        from source.ssda903_episodes x where x.authority = for_authority and x.scope = for_year and x.holds and not x.absent
        union all
        select 'UASC' as module, 'social-care/ssda903_uasc' as name, x.assertion_id, x.child, x.file_row, '' as key,
               row(case when x.duc <= year_end then x.duc end)::text as said,
               x.occurrence, x.unusable
        from source.ssda903_uasc x where x.authority = for_authority and x.scope = for_year and x.holds and not x.absent
        union all
        select 'Reviews' as module, 'social-care/ssda903_reviews' as name, x.assertion_id, x.child, x.file_row, x.review::text as key,
               row(x.review_code)::text as said,
               x.occurrence, x.unusable
        from source.ssda903_reviews x where x.authority = for_authority and x.scope = for_year and x.holds and not x.absent
        union all
        select 'OC2' as module, 'social-care/ssda903_oc2' as name, x.assertion_id, x.child, x.file_row, '' as key,
               row(x.sdq_score, x.sdq_reason, x.convicted, x.health_check, x.immunisations, x.teeth_check,
                   x.health_assessment, x.substance_misuse, x.intervention_received, x.intervention_offered)::text as said,
               x.occurrence, x.unusable
        from source.ssda903_oc2 x where x.authority = for_authority and x.scope = for_year and x.holds and not x.absent
        union all
        select 'OC3' as module, 'social-care/ssda903_oc3' as name, x.assertion_id, x.child, x.file_row, '' as key,
               row(x.in_touch, x.activ, x.accom)::text as said,
               x.occurrence, x.unusable
        from source.ssda903_oc3 x where x.authority = for_authority and x.scope = for_year and x.holds and not x.absent
        union all
        select 'AD1' as module, 'social-care/ssda903_ad1' as name, x.assertion_id, x.child, x.file_row, '' as key,
               row(x.date_int, x.date_match, x.foster_care, x.nb_adoptr, x.sex_adoptr, x.ls_adoptr)::text as said,
               x.occurrence, x.unusable
        from source.ssda903_ad1 x where x.authority = for_authority and x.scope = for_year and x.holds and not x.absent
        union all
        select 'PlacedAdoption' as module, 'social-care/ssda903_placed_for_adoption' as name,
               x.assertion_id, x.child, x.file_row, x.date_placed::text as key,
               row(case when x.date_placed_ceased <= year_end then x.date_placed_ceased end,
                   case when x.date_placed_ceased > year_end then null else x.reason_placed_ceased end)::text as said,
               x.occurrence, x.unusable
        from source.ssda903_placed_for_adoption x where x.authority = for_authority and x.scope = for_year and x.holds and not x.absent
        union all
        select 'PrevPerm' as module, 'social-care/ssda903_previous_permanence' as name, x.assertion_id, x.child, x.file_row, '' as key,
               row(x.prev_perm, x.la_perm, x.date_perm)::text as said,
               x.occurrence, x.unusable
        from source.ssda903_previous_permanence x where x.authority = for_authority and x.scope = for_year and x.holds and not x.absent
        union all
        select 'Missing' as module, 'social-care/ssda903_missing' as name,
               x.assertion_id, x.child, x.file_row, x.mis_start::text || ' ' || x.missing as key,
               row(case when x.mis_end <= year_end then x.mis_end end)::text as said,
               x.occurrence, x.unusable
        from source.ssda903_missing x where x.authority = for_authority and x.scope = for_year and x.holds and not x.absent
        union all
        select 'SWEpisodes' as module, 'social-care/ssda903_sw_episodes' as name,
               x.assertion_id, x.child, x.file_row, x.sw_decom::text as key,
               row(x.sw_id, case when x.sw_dec <= year_end then x.sw_dec end, x.sw_reason)::text as said,
               x.occurrence, x.unusable
        from source.ssda903_sw_episodes x where x.authority = for_authority and x.scope = for_year and x.holds and not x.absent
        union all
        select 'DoLo' as module, 'social-care/ssda903_dolo' as name, x.assertion_id, x.child, x.file_row, x.dolo_start::text as key,
               row(case when x.dolo_end <= year_end then x.dolo_end end)::text as said,
               x.occurrence, x.unusable
        from source.ssda903_dolo x where x.authority = for_authority and x.scope = for_year and x.holds and not x.absent
    )
    select r.module, d.dataset, r.assertion_id, r.child, r.file_row, n.person_key, r.key, r.said, r.occurrence, r.unusable
    from record r
    join ops.dataset d on d.name = r.name
    left join identity.node n on n.system = 'social-care' and n.authority = for_authority and n.identifier = r.child;
end;
