-- rule:    399
-- title:   Mother or review details recorded for a child looked after only under respite statuses V3/V4
-- fields:  MOTHER, LS, REVIEW, REVIEW_CODE
-- reports: Episodes, Header, Reviews
-- reads:   episodes, header, reviews
-- needs:   Episodes, Header, Reviews
-- source:  SSDA903 validation rules, 399
-- found:   A review, or whether the girl is a mother, is recorded for a child looked after only in short breaks (V3 or V4).
-- fix:     Take the review and the mother field out, or correct the legal status.
-- notes:   AMBIGUOUS: the guidance words it by episode; a child with any other legal status (a blank one too) is left out, as it adjusts. MOTHER
--          0 counts as given.
-- version: 2022-23
with short_breaks_only as (
    select child
    from episodes
    where child is not null
    group by child
    having bool_and((ls in ('V3', 'V4')) is true)
),
mothers as (
    select h.row_id, child
    from header h
    join short_breaks_only using (child)
    where h.mother is not null
),
reviewed as (
    select r.row_id, child
    from reviews r
    join short_breaks_only using (child)
    where r.review_text is not null or r.review_code is not null
)
select 'Episodes' as module, row_id
from episodes
where child in (select child from mothers union select child from reviewed)
union all
select 'Header', row_id
from mothers
union all
select 'Header', row_id
from header
where child in (select child from reviewed)
union all
select 'Reviews', row_id
from reviewed
union all
select 'Reviews', row_id
from reviews
where child in (select child from mothers)
