-- title:   Age by the arithmetic of the returns
-- purpose: Completed years of age on a day, as the SSDA903 rules count them.
-- grain:   one number
-- inputs:
-- rules:   aged at least N on a day means date of birth + N years <= the day, where 29 February becomes 28 February in a common
--          year (ssda903-rules.yaml, concept years_arithmetic). The law counts otherwise: functions.age_in_law
-- edges:   null for an unknown date of birth; negative before birth
create function functions.age_for_return(dob date, on_day date)
returns integer
language sql immutable parallel safe
begin atomic
    select extract(year from on_day)::integer - extract(year from dob)::integer
         - case when dob + make_interval(years => extract(year from on_day)::integer - extract(year from dob)::integer) > on_day
                then 1 else 0 end;
end;
