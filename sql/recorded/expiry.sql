-- title:   Deletions that had been made
-- purpose: Records that had waited too long by then. What was deleted later cannot be had again
-- grain:   one row per deletion
select e.* from ops.expiry as e where e.recorded_at <= {{moment}}
