-- title:   The numbers of the datasets
-- purpose: Rows of the ledger and of the star name their dataset by them
-- grain:   one row per dataset
select s.* from ops.dataset as s
