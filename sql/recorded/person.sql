-- title:   Persons
-- purpose: By the keys they have now, so that what is told of them can be compared; those whom nothing had named yet go again
--          (sql/recorded/not_founded_yet.sql)
-- grain:   one row per person
select p.* from identity.person as p
