-- title:   The child on the work for their safety
-- purpose: How assertions of this dataset become star.fact_voice_of_child for the children touched
-- into:    star.fact_voice_of_child
select distinct on (t.person_key, h.voch_table_id)
    t.person_key, h.authority,
    h.voch_table_id as response, h.voch_explained_worries as worries_explained, h.voch_story_help_understand as story_helped,
    h.voch_agree_worker as agrees_with_worker, h.voch_plan_safe as plan_clear, h.voch_tablet_help_explain as tablet_helped,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from touched as t
join source.ssd_voice_of_child as h on h.voch_person_id = t.identifier and h.authority = t.authority
where {{usable}}
order by t.person_key, h.voch_table_id, h.business_key, h.occurrence
