-- title:   Children continuously looked after for the twelve months of the collection
-- purpose: Some outcome data is due only for children looked after for the whole year; the rules ask it of this year's file alone.
-- grain:   one row per child
-- reads:   episodes
-- rules:   at least one episode touches the year, and no episode enters it (RNE S after 1 April), leaves it (REC other than X1 before 31 March) or is a
--          short break (V3, V4) in it. A blank REC counts as other than X1; an unreadable DEC counts as open. (Shared definitions of the validation rules.)
-- edges:   a start on 1 April and an end on 31 March do not break the twelve months; gaps between episodes are not looked at.
select child
from episodes
where child is not null
group by child
having bool_or(decom <= :year_end and (dec >= :year_start or dec is null))
   and not coalesce(bool_or(rne = 'S' and decom > :year_start and decom <= :year_end), false)
   and not coalesce(bool_or(rec is distinct from 'X1' and dec >= :year_start and dec < :year_end), false)
   and not coalesce(bool_or(ls in ('V3', 'V4') and decom <= :year_end and (dec >= :year_start or dec is null)), false)
