-- title:   Rows of the first file of a scope that share a key
-- purpose: A row with the key and content of an earlier one is a duplicate and goes; one with other content is a further occurrence.
--          Occurrences are numbered by content hash, so that the order of rows in a file does not matter
-- grain:   one row: how many were duplicates, and how many further occurrences
with shared_keys as (
    select business_key from source.{{table}} where load_id = {{load_id}} and {{suspected}} group by business_key having count(*) > 1
),
numbered as (
    select
        s.file_row,
        row_number() over (partition by s.business_key, s.content_hash order by s.file_row) > 1 as duplicate,
        dense_rank() over (partition by s.business_key order by s.content_hash) as occurrence
    from source.{{table}} as s
    join shared_keys using (business_key)
    where s.load_id = {{load_id}} and {{suspected}}
),
duplicates as (
    delete from source.{{table}} as s using numbered as n
    where s.load_id = {{load_id}} and n.file_row = s.file_row and n.duplicate
    returning 1
),
further as (
    update source.{{table}} as s set occurrence = n.occurrence from numbered as n
    where s.load_id = {{load_id}} and n.file_row = s.file_row and not n.duplicate and n.occurrence > 1
    returning 1
)
select (select count(*) from duplicates), (select count(*) from further)
