-- title:   What a register code means
-- purpose: Whether a session with this code was attended, missed with or without authorisation, or does not count.
-- grain:   one word: present, authorised, unauthorised, not counted
-- inputs:
-- rules:   national attendance and absence codes, School Attendance (Pupil Registration) (England) Regulations 2024 and the Department's guidance
--          "Working together to improve school attendance", in force from 19 August 2024; the codes before it, as the guidance of their time
--          present: at school, late before the register closed, or at an educational activity elsewhere that the school or authority arranged
--          not counted: not a possible attendance. At the other school of a dual registration (D), not required to attend (X), unable to
--          attend (Q, Y and Y1 to Y7), not on roll (Z), school closed (#)
-- edges:   null for a blank and for a code nobody knows: such a session is left out of every count, and the load reports it
create function functions.attendance_meaning(code text)
returns text
language sql immutable parallel safe
begin atomic
    select case
        when code in ('/', '\', 'L', 'B', 'J', 'K', 'P', 'V', 'W') then 'present'
        when code in ('C', 'C1', 'C2', 'E', 'F', 'H', 'I', 'J1', 'M', 'R', 'S', 'T') then 'authorised'
        when code in ('G', 'N', 'O', 'U') then 'unauthorised'
        when code in ('D', 'Q', 'X', 'Y', 'Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6', 'Y7', 'Z', '#') then 'not counted'
    end;
end;
