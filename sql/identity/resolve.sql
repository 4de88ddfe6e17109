-- title:   Whom each subject is
-- purpose: A subject is tied to the one child for whom an identifier agrees, if the date of birth or the name agrees too. Whatever
--          does not come out as one child waits, with the reason
-- grain:   resolved: one row per subject to be resolved; person_key null where it waits
-- inputs:  resolving, identity.subject, identity.known_as, identity.known_name, identity.node
-- rules:   design, decision 8; docs/decisions/0010-how-subjects-are-tied.md. A UPN agrees with a present and a former one alike: pupils change theirs
-- edges:   where the agency gives neither dates of birth nor names, a known local id alone ties: the council's own systems.
--          A tie that a person or a score decided is not looked at
create temporary table resolved on commit drop as
with asked as (
    select s.*
    from resolving
    join identity.subject as s using (subject, authority)
    where not exists (
        select from identity.node as n
        where n.system = s.system and n.authority = s.authority and n.identifier = s.subject and n.basis in ('score', 'reviewer'))
),
given as (
    select asked.subject, asked.authority, identifiers.kind, identifiers.value, identifiers.word, identifiers.position
    from asked
    cross join lateral (
        values
            ('local_id', asked.local_id, 'local id', 1),
            ('nhs_number', asked.nhs_number, 'NHS number', 2),
            ('upn', asked.upn, 'UPN', 3),
            ('former_upn', asked.upn, 'UPN', 3),
            ('upn', asked.former_upn, 'former UPN', 4),
            ('former_upn', asked.former_upn, 'former UPN', 4),
            ('reference:' || asked.system, asked.reference, 'reference', 5)
    ) as identifiers (kind, value, word, position)
    where identifiers.value is not null
),
pointing as (
    select g.subject, g.authority, g.word, g.position, k.person_key
    from given as g
    join identity.known_as as k on k.value = g.value and k.kind = g.kind and k.authority = g.authority
    union
    select g.subject, g.authority, g.word, g.position, n.person_key
    from given as g
    join identity.node as n on n.identifier = g.value and n.authority = g.authority and n.system = 'social-care'
    where g.kind = 'local_id'
),
words_given as (
    select subject, authority, string_agg(word, ', ' order by position) as words
    from (select distinct subject, authority, word, position from given) as each_once
    group by subject, authority
),
words_agreeing as (
    select subject, authority, array_agg(word order by position) as agreeing, bool_or(position = 1) as by_local_id
    from (select distinct subject, authority, word, position from pointing) as each_once
    group by subject, authority
),
persons_found as (
    select subject, authority, count(distinct person_key) as persons, min(person_key) as person_key
    from pointing
    group by subject, authority
),
compared as (
    select
        asked.subject, asked.authority, asked.system, asked.bare, asked.not_valid, w.words as words_given,
        asked.date_of_birth is not null or (asked.forename is not null and asked.surname is not null) as says_more,
        f.persons, f.person_key, a.agreeing, a.by_local_id,
        exists (select from identity.known_name as k where k.person_key = f.person_key and k.date_of_birth = asked.date_of_birth) as same_birth,
        exists (
            select from identity.known_name as k
            where k.person_key = f.person_key and k.forename = asked.forename and k.surname = asked.surname) as same_name
    from asked
    left join words_given as w using (subject, authority)
    left join words_agreeing as a using (subject, authority)
    left join persons_found as f using (subject, authority)
),
judged as (
    select
        compared.*,
        persons = 1 and (same_birth or same_name or (bare and by_local_id)) as tied,
        agreeing || case when same_birth then array['date of birth'] end || case when same_name then array['name'] end as parts
    from compared
)
select
    subject, authority, system,
    case when tied then person_key end as person_key,
    case
        when tied and cardinality(parts) = 1 then parts[1]
        when tied then array_to_string(parts[:cardinality(parts) - 1], ', ') || ' and ' || parts[cardinality(parts)]
        when persons > 1 then 'the identifiers (' || array_to_string(agreeing, ', ') || ') point to ' || persons || ' children'
        when persons = 1 and says_more then array_to_string(agreeing, ', ') || ' known, but neither date of birth nor name agrees'
        when persons = 1 then array_to_string(agreeing, ', ') || ' known, but neither date of birth nor name is given'
        when words_given is not null then words_given || ' not known here' || coalesce('; ' || not_valid || ' not valid', '')
        when not_valid is not null then not_valid || ' not valid'
        else 'no identifier given'
    end as outcome
from judged;
alter table resolved add primary key (subject, authority);
analyze resolved;
