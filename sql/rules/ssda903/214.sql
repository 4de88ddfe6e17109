-- rule:    214
-- title:   Placement postcode and URN must be blank for short-break episodes (V3, V4)
-- fields:  PL_POST, URN
-- reports: Episodes
-- reads:   episodes
-- needs:   Episodes
-- source:  SSDA903 validation rules, 214
-- found:   A placement postcode or an Ofsted URN is given for a short break (V3, V4).
-- fix:     Leave both blank for short breaks, or correct the legal status.
-- version: 2022-23
select row_id
from episodes
where ls in ('V3', 'V4') and (pl_post is not null or urn is not null)
