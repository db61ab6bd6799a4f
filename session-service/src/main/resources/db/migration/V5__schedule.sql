-- Rooms of a site, and who passes which event when, where and before whom.

create table room (
    id          uuid    not null,
    version     integer not null,
    site_id     uuid    not null,
    name        text    not null,
    event_codes text[]  not null,
    in_use      boolean not null,
    constraint pk_room primary key (id),
    constraint uq_room_name unique (site_id, name),
    constraint fk_room_site foreign key (site_id) references exam_site (id)
);
comment on column room.event_codes is 'Events that are held in it; empty when it takes all';

create table schedule (
    session_id      uuid        not null,
    version         integer     not null,
    run             uuid        not null,
    state           text        not null,
    days            date[]      not null,
    opens_at        time        not null,
    closes_at       time        not null,
    breaks          text        not null,
    room_ids        uuid[]      not null,
    actors          integer     not null,
    keep_passages   boolean     not null,
    reason          text,
    seed            bigint      not null,
    seconds         integer     not null,
    basis           text        not null,
    node            text        not null,
    requested_by    text        not null,
    requested_at    timestamptz not null,
    alive_at        timestamptz not null,
    ended_at        timestamptz,
    passages        integer     not null,
    placed          integer     not null,
    improvements    integer     not null,
    complete_millis integer,
    elapsed_millis  integer     not null,
    score           text,
    stop_wanted     boolean     not null,
    causes          text[]      not null,
    constraint pk_schedule primary key (session_id),
    constraint fk_schedule_session foreign key (session_id) references exam_session (id),
    constraint ck_schedule_state check (state in ('SOLVING', 'SOLVED', 'INCOMPLETE', 'INTERRUPTED', 'FAILED')),
    constraint ck_schedule_hours check (opens_at < closes_at),
    constraint ck_schedule_ended check ((state = 'SOLVING') = (ended_at is null))
);
create index ix_schedule_open on schedule (node) where ended_at is null;

-- Times and places are exchanged within one transaction: the constraints that keep passages apart look at its end.
create table passage (
    id           uuid        not null,
    version      integer     not null,
    session_id   uuid        not null,
    enrolment_id uuid        not null,
    event_code   text        not null,
    starts_at    timestamptz,
    ends_at      timestamptz,
    room_id      uuid,
    pinned       boolean     not null,
    changed_by   text        not null,
    changed_at   timestamptz not null,
    constraint pk_passage primary key (id),
    constraint uq_passage unique (enrolment_id, event_code),
    constraint fk_passage_session foreign key (session_id) references exam_session (id),
    constraint fk_passage_enrolment foreign key (enrolment_id) references enrolment (id),
    constraint fk_passage_room foreign key (room_id) references room (id),
    constraint ck_passage_place check ((starts_at is null) = (ends_at is null) and (starts_at is null) = (room_id is null)
        and (starts_at is not null or not pinned)),
    constraint ck_passage_period check (starts_at < ends_at),
    constraint ex_passage_candidate exclude using gist (enrolment_id with =, tstzrange(starts_at, ends_at) with &&)
        deferrable initially deferred,
    constraint ex_passage_room exclude using gist (session_id with =, room_id with =, tstzrange(starts_at, ends_at) with &&)
        where (room_id is not null) deferrable initially deferred
);
create index ix_passage_session on passage (session_id);
create index ix_passage_room on passage (room_id);

create table passage_juror (
    passage_id uuid        not null,
    juror_id   uuid        not null,
    session_id uuid        not null,
    starts_at  timestamptz not null,
    ends_at    timestamptz not null,
    constraint pk_passage_juror primary key (passage_id, juror_id),
    constraint fk_passage_juror_passage foreign key (passage_id) references passage (id),
    constraint fk_passage_juror_juror foreign key (juror_id) references juror (id),
    constraint ex_passage_juror exclude using gist (
        session_id with =, juror_id with =, tstzrange(starts_at, ends_at) with &&) deferrable initially deferred
);
create index ix_passage_juror_juror on passage_juror (juror_id);
create index ix_passage_juror_session on passage_juror (session_id);
