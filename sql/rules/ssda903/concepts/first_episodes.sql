-- title:   Each child's first episode in this year's file
-- purpose: The row that the rules call the first episode of a child.
-- grain:   one row per child with a readable DECOM
-- reads:   episodes
-- rules:   the smallest DECOM; ties to the row that comes first in the file; rows without a readable DECOM are no candidates. (Shared definitions of the validation
--          rules: choice of episode.)
select distinct on (child) row_id, child, decom, decom_text, rne, ls, cin, place, place_provider, dec, dec_text, rec, reason_place_change, home_post, pl_post, urn
from episodes
where child is not null and decom is not null
order by child, decom, row_id
