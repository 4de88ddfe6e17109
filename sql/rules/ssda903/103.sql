-- rule:    103
-- title:   Ethnicity is blank or not a recognised ethnicity code
-- fields:  ETHNIC
-- reports: Header
-- reads:   header
-- needs:   Header
-- source:  SSDA903 validation rules, 103
-- found:   The ethnicity is blank or is not one of the ethnicity codes.
-- fix:     Give one of the twenty ethnicity codes; REFU if it was declined, NOBT if it is not yet obtained.
-- version: 2022-23
select row_id
from header
where ethnic is null
   or ethnic not in ('WBRI', 'WIRI', 'WOTH', 'WIRT', 'WROM', 'MWBC', 'MWBA', 'MWAS', 'MOTH', 'AIND', 'APKN', 'ABAN', 'AOTH', 'BCRB', 'BAFR', 'BOTH',
       'CHNE', 'OOTH', 'REFU', 'NOBT')
