-- title:   Periods of care in this year's file
-- purpose: The stretches of time in which a child was looked after without a break, as far as this year's episodes tell.
-- grain:   one row per child and period of care
-- reads:   episodes_in_order
-- rules:   a period starts with the child's first episode and with each episode whose DECOM is after the DEC of the episode before; poc_start is the
--          DECOM of its first episode, poc_end the DEC of its last one, null while that is open. (Shared definitions of the validation rules: period of
--          care.)
-- edges:   REC, RNE and LS are not looked at; an episode without a readable DEC ends no period, and one without a readable DECOM belongs to none;
--          first_position and last_position are those of episodes_in_order
with edges as (
    select child, position, decom, dec,
        position = 1 or (decom > previous_dec) is true as starts,
        next_decom is null or (next_decom > dec) is true as ends
    from episodes_in_order
    where child is not null
        and decom is not null
        and (position = 1 or decom > previous_dec or next_decom is null or next_decom > dec)
),
matched as (
    select child, starts, position as first_position, decom as poc_start,
        case when ends then position else lead(position) over in_order end as last_position,
        case when ends then dec else lead(dec) over in_order end as poc_end
    from edges
    window in_order as (partition by child order by position)
)
select child, first_position, last_position, poc_start, poc_end
from matched
where starts
