-- title:   This year's UASC rows beside the marks and dates of both years
-- purpose: Rules 205A to 205C judge the same combinations of rows; they are formed once.
-- grain:   one row per combination of a UASC row, a mark of its child this year, its child's UASC row last year, and that child's mark last year
-- reads:   uasc, uasc_last, uasc_flags, uasc_flags_last
-- rules:   last year's mark is looked up through last year's UASC row. (Validation rules 205A to 205C.)
-- edges:   what does not exist is null; header_row is null when the mark does not come from Header; a child absent from this year's UASC file is
--          not here
select u.row_id as uasc_row,
    case when this_year.from_header then this_year.row_id end as header_row,
    this_year.uasc as uasc_now,
    last_year.uasc as uasc_before,
    u.duc as duc_now,
    u.duc_text as duc_now_text,
    p.duc as duc_before,
    p.dob as dob_before
from uasc u
left join uasc_flags this_year on this_year.child = u.child
left join uasc_last p on p.child = u.child
left join uasc_flags_last last_year on last_year.child = p.child
