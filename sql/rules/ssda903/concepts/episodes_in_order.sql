-- title:   Episodes in the order of each child's care, with their neighbours
-- purpose: What the rules call the previous and the next episode of the same child, told once.
-- grain:   one row per row of Episodes
-- reads:   episodes
-- rules:   in the order of DECOM, episodes without a readable DECOM last, ties in the order of the file; last year's file is never appended. (Shared definitions
--          of the validation rules: episode order.)
-- edges:   a row without CHILD belongs to nobody: no position, no neighbours
select row_id, child, decom, decom_text, rne, ls, cin, place, place_provider, dec, dec_text, rec, reason_place_change, home_post, pl_post, urn,
    row_number() over in_order as position,
    lag(row_id) over in_order as previous_row_id,
    lead(row_id) over in_order as next_row_id,
    lag(decom) over in_order as previous_decom,
    lead(decom) over in_order as next_decom,
    lag(decom_text) over in_order as previous_decom_text,
    lead(decom_text) over in_order as next_decom_text,
    lag(rne) over in_order as previous_rne,
    lead(rne) over in_order as next_rne,
    lag(ls) over in_order as previous_ls,
    lead(ls) over in_order as next_ls,
    lag(cin) over in_order as previous_cin,
    lead(cin) over in_order as next_cin,
    lag(place) over in_order as previous_place,
    lead(place) over in_order as next_place,
    lag(place_provider) over in_order as previous_place_provider,
    lead(place_provider) over in_order as next_place_provider,
    lag(dec) over in_order as previous_dec,
    lead(dec) over in_order as next_dec,
    lag(dec_text) over in_order as previous_dec_text,
    lead(dec_text) over in_order as next_dec_text,
    lag(rec) over in_order as previous_rec,
    lead(rec) over in_order as next_rec,
    lag(reason_place_change) over in_order as previous_reason_place_change,
    lead(reason_place_change) over in_order as next_reason_place_change,
    lag(home_post) over in_order as previous_home_post,
    lead(home_post) over in_order as next_home_post,
    lag(pl_post) over in_order as previous_pl_post,
    lead(pl_post) over in_order as next_pl_post,
    lag(urn) over in_order as previous_urn,
    lead(urn) over in_order as next_urn
from episodes
where child is not null
window in_order as (partition by child order by decom nulls last, row_id)
union all
select row_id, child, decom, decom_text, rne, ls, cin, place, place_provider, dec, dec_text, rec, reason_place_change, home_post, pl_post, urn,
    null, null, null,
    null, null, null, null, null, null, null, null, null, null, null, null, null, null,
    null, null, null, null, null, null, null, null, null, null, null, null, null, null
from episodes
where child is null
