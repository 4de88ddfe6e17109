-- rule:    168
-- title:   UPN is not a valid pupil number, nor one of the unknown codes UN1 to UN5
-- fields:  UPN
-- reports: Header
-- reads:   header
-- needs:   Header
-- source:  SSDA903 validation rules, 168
-- found:   The UPN has not the form of a unique pupil number and is not one of UN1 to UN5.
-- fix:     Correct the UPN, or give the code of why it is unknown: UN1 to UN5.
-- notes:   The check letter of the pupil number is not verified.
-- version: 2022-23
select row_id
from header
where upn !~ '^([A-HJ-NP-RT-Z]([0-9]{12}|[0-9]{11}[A-Z])|UN[1-5])$'
