-- What every draw will be made of, fixed before it: nobody can choose a seed once the candidate stands there.

create table draw_commitment (
    enrolment_id uuid        not null,
    event_code   text        not null,
    rank         integer     not null,
    session_id   uuid        not null,
    seed         bytea       not null,
    commitment   bytea       not null,
    committed_at timestamptz not null,
    constraint pk_draw_commitment primary key (enrolment_id, event_code, rank),
    constraint fk_draw_commitment_enrolment foreign key (enrolment_id) references enrolment (id),
    constraint ck_draw_commitment_seed check (length(seed) = 32)
);
create index ix_draw_commitment_session on draw_commitment (session_id);
create trigger draw_commitment_append_only
    before update or delete on draw_commitment
    for each row execute function refuse_change();

alter table situation_draw add column committed_at timestamptz;
update situation_draw set committed_at = drawn_at;
alter table situation_draw alter column committed_at set not null;
