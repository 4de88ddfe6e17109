-- title:   Whom a record touches over a link
-- purpose: Records about no child (a household, an assessment's factors) change the facts of the children whose records they belong to
-- edges:   every version of the record is looked at: a link that has changed touches the children of before and of now.
--          Reference data of the whole country (authority 0) links to the records of every authority
insert into {{touched}}
select theirs.authority, theirs.{{who}}
from {{touched_mine}} as changed
join source.{{mine}} as mine on mine.business_key = changed.business_key and mine.authority = changed.authority
join source.{{theirs}} as theirs on {{link}} and (theirs.authority = mine.authority or 0 in (theirs.authority, mine.authority))
where not theirs.absent and theirs.{{who}} is not null
except
select * from {{touched}};
