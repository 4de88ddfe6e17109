-- title:   Subjects named for the first time
-- purpose: What an agency says of the persons its records are about, from the rows of the file that are stored
-- into:    identity.subject
-- inputs:  identity.subject
-- edges:   rows with the same subject say the same: it is the hash of what they say. An identifier that fails its check begins with ?
--          and is known to have been given, nothing more
with said as (
    select distinct on (l.subject) l.subject, string_to_array(l.subject_says, e'\x1f') as says
    from landing.{{table}} as l
    where l.duplicate is not true and l.subject is not null
      and not exists (select from identity.subject as known where known.subject = l.subject and known.authority = {{authority}})
    order by l.subject
)
insert into identity.subject (
    system, authority, subject, local_id, nhs_number, upn, former_upn, reference, date_of_birth, forename, surname, not_valid, bare, first_load)
select
    {{system}}, {{authority}}, subject,
    nullif(says[1], ''),
    case when says[2] not like '?%' then nullif(says[2], '') end,
    case when says[3] not like '?%' then nullif(says[3], '') end,
    case when says[4] not like '?%' then nullif(says[4], '') end,
    nullif(says[5], ''),
    nullif(says[6], '')::date,
    nullif(says[7], ''),
    nullif(says[8], ''),
    nullif(concat_ws(', ',
        case when says[2] like '?%' then 'NHS number' end, case when says[3] like '?%' then 'UPN' end, case when says[4] like '?%' then 'former UPN' end), ''),
    says[9] = 'bare',
    {{load_id}}
from said
order by subject
on conflict (subject, authority) do nothing;
