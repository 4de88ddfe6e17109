-- title:   Codes that had been read again
-- purpose: Decisions on spellings up to the moment
-- grain:   one row per decision, dataset and column
select r.* from ops.code_reading as r where r.recorded_at <= {{moment}}
