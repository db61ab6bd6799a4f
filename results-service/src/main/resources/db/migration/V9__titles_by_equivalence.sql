-- A title granted whole by decision was not sat for (R12, R13).
alter table award alter column route drop not null;
alter table declaration alter column route drop not null;
alter table award add constraint ck_award_exam check (
    (session_id is null) = (record_id is null) and (session_id is null) = (enrolment_id is null)
    and (session_id is not null and route is not null and centre_siret is not null
         or session_id is null and kind = 'TITLE' and obtained_by = 'EQUIVALENCE'));
