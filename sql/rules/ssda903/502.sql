-- rule:    502
-- title:   First episode's start date differs from that of last year's open episode
-- fields:  DECOM
-- reports: Episodes
-- reads:   first_episodes, episodes_last
-- needs:   Episodes, Episodes_last
-- source:  SSDA903 validation rules, 502
-- found:   The child's first episode starts on another day than an episode that was still open at the end of last year.
-- fix:     Give the first episode the start date that last year's open episode had, or add the episode that is missing.
-- version: 2022-23
select 'Episodes' as module, f.row_id
from first_episodes f
join episodes_last l using (child)
where l.dec_text is null
    and l.decom is distinct from f.decom
