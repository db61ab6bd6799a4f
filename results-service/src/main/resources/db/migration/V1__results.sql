-- Copies of what other services own, fed by their events -------------------------------------------------------------

create table certification_version (
    number       text    not null,
    plan_version integer not null,
    title        text    not null,
    blocks       jsonb   not null,
    plan         jsonb   not null,
    constraint pk_certification_version primary key (number, plan_version)
);
comment on table certification_version is 'A certification under one version of its assessment plan; a session is judged under the version that it names';

create table person_identity (
    candidate_id      uuid    not null,
    version           integer not null,
    birth_name        text    not null,
    usage_name        text,
    first_names       jsonb   not null,
    sex               text    not null,
    born_on           date    not null,
    birth_place       text    not null,
    created_by_siret  text,
    constraint pk_person_identity primary key (candidate_id, version)
);

create table juror (
    id         uuid not null,
    subject    text not null,
    last_name  text not null,
    first_name text not null,
    constraint pk_juror primary key (id)
);
create index ix_juror_subject on juror (subject);

create table exam_session (
    id                   uuid    not null,
    type                 text    not null,
    certification_number text    not null,
    block_code           text,
    plan_version         integer not null,
    centre_siret         text    not null,
    centre_name          text    not null,
    site_name            text    not null,
    site_city            text    not null,
    time_zone            text    not null,
    starts_on            date    not null,
    ends_on              date    not null,
    manager              text    not null,
    with_final_interview boolean not null,
    remote               boolean not null,
    ceres_number         text,
    opened_at            timestamptz,
    closed_at            timestamptz,
    cancelled            boolean not null default false,
    constraint pk_exam_session primary key (id),
    constraint ck_exam_session_type check (type in ('TITLE', 'CCP', 'CCS'))
);
create index ix_exam_session_centre on exam_session (centre_siret);

create table session_juror (
    session_id uuid    not null,
    juror_id   uuid    not null,
    present    boolean not null default false,
    constraint pk_session_juror primary key (session_id, juror_id),
    constraint fk_session_juror_session foreign key (session_id) references exam_session (id)
);

create table enrolment (
    id                     uuid    not null,
    session_id             uuid    not null,
    candidate_id           uuid    not null,
    route                  text    not null,
    training_provider_siret text,
    withdrawn              boolean not null default false,
    attendance             text,
    identity_version       integer,
    constraint pk_enrolment primary key (id),
    constraint fk_enrolment_session foreign key (session_id) references exam_session (id),
    constraint ck_enrolment_attendance check (attendance in ('PRESENT', 'ABSENT', 'ABSENT_JUSTIFIED', 'EXCLUDED'))
);
create index ix_enrolment_session on enrolment (session_id);
create index ix_enrolment_candidate on enrolment (candidate_id);

create table recusal (
    enrolment_id uuid not null,
    juror_id     uuid not null,
    constraint pk_recusal primary key (enrolment_id, juror_id)
);

create table presented_document (
    enrolment_id      uuid        not null,
    kind              text        not null,
    valid_on_exam_day boolean     not null,
    presented_at      timestamptz not null,
    constraint pk_presented_document primary key (enrolment_id, kind)
);

-- What this service owns ---------------------------------------------------------------------------------------------

create table finding (
    id           uuid        not null,
    enrolment_id uuid        not null,
    event_code   text        not null,
    juror_id     uuid        not null,
    version      integer     not null,
    outcome      text        not null,
    competences  jsonb       not null,
    comment      text,
    recorded_at  timestamptz not null,
    constraint pk_finding primary key (id),
    constraint fk_finding_enrolment foreign key (enrolment_id) references enrolment (id),
    constraint uq_finding_version unique (enrolment_id, event_code, juror_id, version),
    constraint ck_finding_outcome check (outcome in ('ACQUIRED', 'NOT_ACQUIRED', 'ABSENT'))
);
comment on table finding is 'Every version of what a juror found; the highest version counts';

create table session_record (
    id            uuid        not null,
    session_id    uuid        not null,
    version       integer     not null,
    state         text        not null,
    drafted_at    timestamptz not null,
    content       text,
    fingerprint   text,
    submitted_at  timestamptz,
    returned_at   timestamptz,
    return_reason text,
    order_number  text,
    validated_at  timestamptz,
    notified_at   timestamptz,
    constraint pk_session_record primary key (id),
    constraint fk_session_record_session foreign key (session_id) references exam_session (id),
    constraint uq_session_record_session unique (session_id),
    constraint uq_session_record_order_number unique (order_number),
    constraint ck_session_record_state check (state in ('DRAFT', 'SIGNED', 'SUBMITTED', 'RETURNED', 'VALIDATED', 'NOTIFIED'))
);

create table decision (
    record_id    uuid    not null,
    enrolment_id uuid    not null,
    blocks       jsonb   not null,
    grant_title  boolean not null,
    reasons      text    not null,
    decided_by   uuid    not null,
    decided_at   timestamptz not null,
    constraint pk_decision primary key (record_id, enrolment_id),
    constraint fk_decision_record foreign key (record_id) references session_record (id)
);
comment on table decision is 'Where the jury departs from the proposal, or confirms it expressly';

create table signature (
    record_id uuid        not null,
    juror_id  uuid        not null,
    signed_at timestamptz not null,
    constraint pk_signature primary key (record_id, juror_id),
    constraint fk_signature_record foreign key (record_id) references session_record (id)
);

create table order_number_counter (
    year integer not null,
    last integer not null,
    constraint pk_order_number_counter primary key (year)
);
comment on table order_number_counter is 'Last order number given in a year; taken inside the validation, so none is lost';

create table published_result (
    enrolment_id           uuid    not null,
    record_id              uuid    not null,
    session_id             uuid    not null,
    candidate_id           uuid    not null,
    certification_number   text    not null,
    block_code             text,
    outcome                text    not null,
    blocks                 jsonb   not null,
    title_awarded          boolean not null,
    centre_siret           text    not null,
    training_provider_siret text,
    notified_at            timestamptz,
    constraint pk_published_result primary key (enrolment_id),
    constraint ck_published_result_outcome check (outcome in ('AWARDED', 'PARTIAL_SUCCESS', 'FAILURE', 'ABSENT', 'EXCLUDED'))
);
create index ix_published_result_candidate on published_result (candidate_id);
create index ix_published_result_notified on published_result (notified_at, enrolment_id);

create table award (
    number               text    not null,
    kind                 text    not null,
    candidate_id         uuid    not null,
    identity_version     integer not null,
    certification_number text    not null,
    title                text    not null,
    block_code           text,
    label                text    not null,
    obtained_by          text,
    route                text    not null,
    session_id           uuid    not null,
    record_id            uuid    not null,
    enrolment_id         uuid    not null,
    centre_siret         text    not null,
    training_provider_siret text,
    awarded_on           date    not null,
    visible              boolean not null,
    withdrawn_on         date,
    withdrawal_reason    text,
    version              integer not null,
    constraint pk_award primary key (number),
    constraint ck_award_kind check (kind in ('BLOCK', 'TITLE')),
    constraint ck_award_block check ((kind = 'BLOCK') = (block_code is not null))
);
create unique index uq_award_block_in_force on award (candidate_id, certification_number, block_code)
    where kind = 'BLOCK' and withdrawn_on is null;
create unique index uq_award_title_in_force on award (candidate_id, certification_number)
    where kind = 'TITLE' and withdrawn_on is null;
create index ix_award_centre on award (centre_siret, number);
