-- title:   Age in law
-- purpose: Completed years of age on a day, as the law counts them.
-- grain:   one number
-- inputs:
-- rules:   an age is attained at the start of the birthday (Family Law Reform Act 1969 s9); a person born on 29 February attains
--          it on 1 March of a common year, the common law reading. The returns count otherwise: functions.age_for_return
-- edges:   null for an unknown date of birth; negative before birth
create function functions.age_in_law(dob date, on_day date)
returns integer
language sql immutable parallel safe
begin atomic
    select extract(year from on_day)::integer - extract(year from dob)::integer
         - case when (extract(month from on_day), extract(day from on_day)) < (extract(month from dob), extract(day from dob))
                then 1 else 0 end;
end;
