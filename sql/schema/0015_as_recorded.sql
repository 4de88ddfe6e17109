-- title:   When what became known
-- purpose: The moment at which each delivery was published, and when settings and readings of codes changed: from these the warehouse
--          of an earlier moment can be had again (loxley return --as-recorded)
-- rules:   design, decision 6; docs/decisions/0013-as-recorded.md
-- edges:   deliveries of before this migration are taken to have been published when their command began, in the order in which they were

alter table ops.delivery add column published_at timestamptz;
comment on column ops.delivery.published_at is 'when others could see it, by the server''s clock, taken at the commit under a lock: of two deliveries the later published has the later moment; recorded_at is when its command began';
update ops.delivery as d
set published_at = earlier.moment
from (select o.delivery_id, max(o.recorded_at) over (order by o.delivery_id) as moment from ops.delivery as o) as earlier
where earlier.delivery_id = d.delivery_id;

-- Under the lock, which the transaction keeps until it has ended: no other delivery is published between the moment and the commit, and
-- who takes the lock and lets it go knows that every later one gets a later moment. All deliveries of one transaction have one moment.
create function ops.publish() returns trigger
language plpgsql
as $$
declare
    moment timestamptz;
begin
    perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('loxley:publish', 0));
    select greatest(pg_catalog.clock_timestamp(), max(d.published_at) + interval '1 microsecond') into moment from ops.delivery as d;
    update ops.delivery set published_at = moment where published_at is null;
    return null;
end
$$;
comment on function ops.publish() is 'Notes when a delivery is published: the last step of its transaction';
create constraint trigger publish after insert on ops.delivery
deferrable initially deferred for each row when (new.published_at is null) execute function ops.publish();

alter table ops.mark add column changed_at timestamptz;
comment on column ops.mark.changed_at is 'when it was last brought up from other files than before; null where that was before it was noted';

create table ops.code_reading (
    reading_id  bigint generated always as identity primary key,
    dataset     smallint not null references ops.dataset,
    column_name text not null,
    code_set    text not null,
    spelling    text not null,
    code        text not null,
    rows        bigint not null,
    recorded_at timestamptz not null
);
comment on table ops.code_reading is 'Spellings that a person decided on, in which records were read again (loxley codes review --accept). grain: one row per decision, dataset and column';
comment on column ops.code_reading.reading_id is 'number of the reading, in the order of the decisions';
comment on column ops.code_reading.dataset is 'the dataset whose records were read again (ops.dataset)';
comment on column ops.code_reading.column_name is 'the column, as the contract names it';
comment on column ops.code_reading.code_set is 'the code list, as in config/codes';
comment on column ops.code_reading.spelling is 'the spelling, as it was decided on';
comment on column ops.code_reading.code is 'the code it is read as';
comment on column ops.code_reading.rows is 'versions of records that held it';
comment on column ops.code_reading.recorded_at is 'when';
