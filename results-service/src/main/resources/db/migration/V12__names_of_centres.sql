-- The name of a centre is the one that its last session was told with.
drop index ix_exam_session_centre;
create index ix_exam_session_centre on exam_session (centre_siret, ends_on);
