-- No level of the sums has centres, of which there are thousands: their figures are read in the order of this index alone,
-- without the table and without sorting.
create index ix_statistics_session_whole on statistics_session (centre_siret, days)
    include (year, certification_number, route, region, session_type, admitted, partial, failed, absent, excluded,
             shown_admitted, shown_partial, shown_failed, shown_absent, shown_excluded)
    where block_code = '';

-- The name of a centre is the one that its last session was told with.
drop index ix_exam_session_centre;
create index ix_exam_session_centre on exam_session (centre_siret, ends_on);
