-- title:   Workers
-- purpose: How assertions of this dataset become star.dim_professional
-- into:    star.dim_professional
select
    h.authority, h.prof_professional_id as professional, h.prof_staff_id as staff_number, h.prof_professional_name as name,
    h.prof_social_worker_registration_no as registration, h.prof_agency_worker_flag as agency_worker, h.prof_professional_job_title as job_title,
    h.prof_professional_caseload as caseload, h.prof_professional_department as department, h.prof_full_time_equivalency as fte,
    h.scope, h.as_at, h.occurrence, h.assertion_id
from source.ssd_professionals as h
where {{usable}}
