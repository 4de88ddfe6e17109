-- title:   Episodes open at any time in a year
-- purpose: The episodes that a return of the year holds, as they were known at its end.
-- grain:   one row per child and DECOM
-- inputs:  star.fact_episode
-- rules:   DECOM on or before the year's end, DEC blank or on or after its start (ssda903-rules.yaml, concept
--          continuously_looked_after, in_year; rules 354 and 385). What came after the year's end is not known in it: an episode
--          that ended later is open, without REC and REASON_PLACE_CHANGE (rules 148 and 233: none on an open episode)
-- edges:   an episode that ends on the first day, or starts or ends on the last day, is in the year
create function concepts.episodes_in_year(year_start date, year_end date)
returns table (person_key bigint, authority smallint, decom date, rne text, ls text, cin text, place text, place_provider text,
               "dec" date, rec text, reason_place_change text, home_post text, pl_post text, urn text, period_start date,
               dataset smallint, assertion_id bigint)
language sql stable parallel safe
begin atomic
    select e.person_key, e.authority, e.decom, e.rne, e.ls, e.cin, e.place, e.place_provider,
           case when e.dec <= year_end then e.dec end,
           case when e.dec > year_end then null else e.rec end,
           case when e.dec > year_end then null else e.reason_place_change end,
           e.home_post, e.pl_post, e.urn, e.period_start, e.dataset, e.assertion_id
    from star.fact_episode e
    where e.decom <= year_end and (e.dec is null or e.dec >= year_start);
end;
