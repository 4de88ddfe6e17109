-- title:   Rows set aside
-- purpose: Rows no record could be made of go to quarantine as they stood in the file
with moved as (
    delete from landing.{{table}} where set_aside is not null returning row_no, set_aside_column, set_aside, raw
)
insert into ops.quarantine (load_id, file_row, column_name, reason, fields)
select {{load_id}}, row_no, set_aside_column, set_aside, raw from moved;
