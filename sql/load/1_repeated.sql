-- title:   Rows of the file that share a key
-- purpose: A row with the key and content of an earlier one is a duplicate and is not stored again; one with other content is a
--          further occurrence. Occurrences are numbered by content hash, so that the order of rows in a file does not matter
with shared_keys as (
    select business_key from landing.{{table}} where {{suspected}} group by business_key having count(*) > 1
),
numbered as (
    select
        l.row_no,
        row_number() over (partition by l.business_key, l.content_hash order by l.row_no) > 1 as duplicate,
        dense_rank() over (partition by l.business_key order by l.content_hash) as occurrence
    from landing.{{table}} as l
    join shared_keys using (business_key)
    where {{suspected}}
)
update landing.{{table}} as l
set occurrence = nullif(n.occurrence, 1), duplicate = nullif(n.duplicate, false)
from numbered as n
where n.row_no = l.row_no and (n.duplicate or n.occurrence > 1);
