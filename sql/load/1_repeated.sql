-- title:   Rows of the file that share a key
-- purpose: A row with the key and content of an earlier one is a duplicate and is not stored again; one with other content is a
--          further occurrence. Occurrences are numbered by content hash, so that the order of rows in a file does not matter
-- grain:   one row per repeated row of landing.<dataset> (the first of each key is not repeated)
create temporary table repeated on commit drop as
with shared_keys as (
    select business_key from landing.{{table}} group by business_key having count(*) > 1
),
numbered as (
    select
        l.row_no,
        row_number() over (partition by l.business_key, l.content_hash order by l.row_no) as copy,
        dense_rank() over (partition by l.business_key order by l.content_hash) as occurrence
    from landing.{{table}} as l
    join shared_keys using (business_key)
)
select row_no, copy > 1 as duplicate, occurrence::smallint as occurrence
from numbered
where copy > 1 or occurrence > 1;
