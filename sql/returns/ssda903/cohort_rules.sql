-- title:   Rules by which a record is left out of an SSDA903 return
-- purpose: The words for each rule code of --explain.
-- grain:   one row per rule
-- inputs:
-- rules:   the sources are in docs/reference/ssda903-cohorts.md and beside each rule in the function of its module
-- edges:   a record is left out by the first rule that applies, in the order of its function
create view returns.ssda903_cohort_rules as
select r.rule, r.module, r.reason
from (values
    ('EPI-AFTER-YEAR', 'Episodes', 'the episode starts after the year''s end'),
    ('EPI-BEFORE-YEAR', 'Episodes', 'the episode ended before the year began'),
    ('HDR-NOT-IN-YEAR', 'Header', 'the child has no episode in the year and no row of OC3'),
    ('UASC-ENDED-BEFORE', 'UASC', 'the unaccompanied status ceased before the year began'),
    ('UASC-NO-EPISODE', 'UASC', 'the child has no episode in the year'),
    ('REV-BEFORE-YEAR', 'Reviews', 'the review was held before the year'),
    ('REV-AFTER-YEAR', 'Reviews', 'the review was held after the year'),
    ('REV-NOT-IN-CARE', 'Reviews', 'the child was not looked after on the day of the review'),
    ('REV-SHORT-BREAKS', 'Reviews', 'the child was looked after in the year only in short breaks (V3, V4)'),
    ('OC2-NOT-12-MONTHS', 'OC2', 'the child was not looked after for twelve months at the year''s end'),
    ('OC3-IN-OC2', 'OC3', 'the child was looked after for twelve months at the year''s end, so OC2 is asked instead'),
    ('OC3-AGE', 'OC3', 'the young person does not turn 17 to 25 in the year'),
    ('OC3-DIED', 'OC3', 'care ended by death'),
    ('OC3-ADOPTED', 'OC3', 'the newest episode ended by adoption'),
    ('OC3-TRANSFERRED', 'OC3', 'the newest episode ended by transfer to another authority'),
    ('OC3-STILL-IN-CARE', 'OC3', 'aged 17 or 18 and looked after on that birthday or later in the year'),
    ('OC3-NOT-13-WEEKS', 'OC3', 'aged under 20 and not looked after for 13 weeks since the 14th birthday, some of it after the 16th'),
    ('AD1-NOT-ADOPTED', 'AD1', 'no episode of the child ended in the year by adoption'),
    ('PLA-AFTER-YEAR', 'PlacedAdoption', 'the decision was made after the year''s end'),
    ('PLA-ENDED-BEFORE', 'PlacedAdoption', 'the decision was reversed before the year began'),
    ('PLA-NO-EPISODE', 'PlacedAdoption', 'the child has no episode in the year'),
    ('PRE-NO-EPISODE', 'PrevPerm', 'the child has no episode in the year'),
    ('PRE-BEFORE-2016', 'PrevPerm', 'care began before 1 April 2016, when the item was introduced'),
    ('MIS-AFTER-YEAR', 'Missing', 'the time missing began after the year''s end'),
    ('MIS-ENDED-BEFORE', 'Missing', 'the time missing ended before the year began'),
    ('MIS-NO-EPISODE', 'Missing', 'the child has no episode in the year'),
    ('SW-AFTER-YEAR', 'SWEpisodes', 'the allocation began after the year''s end'),
    ('SW-ENDED-BEFORE', 'SWEpisodes', 'the allocation ended before the time that the return asks for'),
    ('SW-NOT-IN-CARE', 'SWEpisodes', 'the child was not looked after at 31 March, or only in short breaks'),
    ('DOL-AFTER-YEAR', 'DoLo', 'the order begins after the year''s end'),
    ('DOL-ENDED-BEFORE', 'DoLo', 'the order ended before the year began'),
    ('DOL-NO-EPISODE', 'DoLo', 'the child has no episode in the year'),
    ('ROW-UNUSABLE', 'every module', 'a start or an end could not be read, so nothing is derived from the record'),
    ('ROW-WAITING', 'every module', 'the person of the record is not known yet'),
    ('ROW-NOT-IN-STAR', 'every module', 'the star holds no such record: its answers are blank'),
    ('ROW-CONFLICT', 'every module', 'another record of the same key in the same delivery was taken'),
    ('ROW-TOLD-AGAIN', 'every module', 'the same key was told otherwise for another year or by another feed, and that telling was taken')
) as r (rule, module, reason);
