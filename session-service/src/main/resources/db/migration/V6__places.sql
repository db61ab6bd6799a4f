-- How many candidates a session takes, when its centre says so at the declaration.

alter table exam_session
    add column places integer,
    add constraint ck_exam_session_places check (places >= 1);
