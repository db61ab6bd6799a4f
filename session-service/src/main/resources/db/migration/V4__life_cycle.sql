-- What happened to a session: written with each act, never changed.

create table session_act (
    position     bigint      generated always as identity,
    session_id   uuid        not null,
    step         text        not null,
    enrolment_id uuid,
    state        text        not null,
    acted_at     timestamptz not null,
    acted_by     text        not null,
    reason       text,
    constraint pk_session_act primary key (position),
    constraint fk_session_act_session foreign key (session_id) references exam_session (id)
);
create index ix_session_act_session on session_act (session_id, position);

create function refuse_change() returns trigger
    language plpgsql as
$$
begin
    raise exception 'table % is append-only', tg_table_name;
end
$$;

create trigger session_act_append_only
    before update or delete on session_act
    for each row execute function refuse_change();

-- A cancellation that is undone gives back the exact earlier state.

alter table exam_session
    add column state_before_cancellation text,
    add column reason_before_cancellation text,
    add column annulment_reference text,
    add column annulment_decided_on date,
    add constraint ck_exam_session_cancelled check (state_before_cancellation is null or state = 'CANCELLED'),
    add constraint ck_exam_session_annulled check (state <> 'ANNULLED'
        or (annulment_reference is not null and annulment_decided_on is not null));
alter table enrolment
    add column state_before_cancellation text,
    add constraint ck_enrolment_cancelled check (state_before_cancellation is null or state = 'WITHDRAWN');
