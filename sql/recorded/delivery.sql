-- title:   Deliveries that were published
-- purpose: What had been loaded by the moment
-- grain:   one row per delivery
select d.* from ops.delivery as d where d.published_at <= {{moment}}
