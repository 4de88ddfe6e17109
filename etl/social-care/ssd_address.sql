-- title:   Addresses
-- purpose: How assertions of this dataset become star.fact_address for the children touched
-- into:    star.fact_address
-- edges:   the parts of the address come as JSON, which is read by pattern: text that is no JSON gives no address, and no error. Of two
--          addresses of one kind from one day the one that goes on stands
select distinct on (t.person_key, kind, h.addr_address_start_date)
    t.person_key, h.authority,
    coalesce(h.addr_address_type, 'HOME') as kind, h.addr_address_start_date as started, h.addr_address_end_date as ended,
    h.addr_address_postcode as postcode,
    (select string_agg(p.part[2], ', ' order by p.place)
     from regexp_matches(h.addr_address_json, '"(ROOM|FLOOR|FLAT|BUILDING|HOUSE|STREET|TOWN)"\s*:\s*"([^"]+)"', 'gi') with ordinality as p (part, place)) as address,
    substring(h.addr_address_json from '(?i)"UPRN"\s*:\s*"?([0-9]+)') as uprn,
    substring(h.addr_address_json from '(?i)"EASTING"\s*:\s*"?([0-9]{1,7})')::integer as easting,
    substring(h.addr_address_json from '(?i)"NORTHING"\s*:\s*"?([0-9]{1,7})')::integer as northing,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssd_address as h on h.addr_person_id = t.identifier and h.authority = t.authority
where {{usable}} and h.addr_address_start_date is not null
order by t.person_key, kind, h.addr_address_start_date, h.addr_address_end_date desc nulls first, h.business_key, h.occurrence
