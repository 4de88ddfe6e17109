-- title:   First social worker episode of this year for children whose last one of last year was open
-- purpose: An open social worker episode has to be carried on; the rules compare its worker, start and reason in the two returns.
-- grain:   one row per child with an open latest social worker episode last year and any this year
-- reads:   sw_episodes, sw_episodes_last
-- rules:   latest: the greatest SW_DECOM of last year's file; first: the smallest of this year's; ties, and rows none of which has a
--          readable SW_DECOM, to the one that comes first in the file. Open means that SW_DEC is blank. (SSDA903 validation rules
--          SW16aSTG2, SW16bSTG2, SW16cSTG2.)
-- edges:   an end that cannot be read is not blank, so not open
with latest_last as (
    select distinct on (child) child, sw_id, sw_decom, sw_dec_text, sw_reason
    from sw_episodes_last
    where child is not null
    order by child, sw_decom desc nulls last, row_id
),
first_now as (
    select distinct on (child) row_id, child, sw_id, sw_decom, sw_reason
    from sw_episodes
    where child is not null
    order by child, sw_decom nulls last, row_id
)
select n.row_id, n.child, n.sw_id, n.sw_decom, n.sw_reason,
    l.sw_id as last_sw_id,
    l.sw_decom as last_sw_decom,
    l.sw_reason as last_sw_reason
from first_now n
join latest_last l using (child)
where l.sw_dec_text is null
