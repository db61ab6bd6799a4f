create extension if not exists btree_gist;

-- What is certified: a local copy, fed by events.

create table certification (
    number     text        not null,
    sequence   bigint      not null,
    snapshot   text        not null,
    updated_at timestamptz not null,
    constraint pk_certification primary key (number),
    constraint ck_certification_snapshot check (snapshot is json object)
);
comment on table certification is 'Last published snapshot of each certification';

create table assessment_plan (
    certification_number text    not null,
    plan_version         integer not null,
    plan                 text    not null,
    constraint pk_assessment_plan primary key (certification_number, plan_version),
    constraint fk_assessment_plan_certification foreign key (certification_number) references certification (number),
    constraint ck_assessment_plan_plan check (plan is json object)
);
comment on table assessment_plan is 'Every version of a plan that was published: a session keeps the one it was frozen with';

-- Who holds sessions, and where.

create table centre (
    id         uuid        not null,
    version    integer     not null,
    siret      text        not null,
    name       text        not null,
    created_at timestamptz not null,
    constraint pk_centre primary key (id),
    constraint uq_centre_siret unique (siret),
    constraint ck_centre_siret check (siret ~ '^[0-9]{14}$')
);

create table exam_site (
    id           uuid    not null,
    version      integer not null,
    centre_id    uuid    not null,
    name         text    not null,
    address_line text    not null,
    postal_code  text    not null,
    city         text    not null,
    insee_code   text    not null,
    time_zone    text    not null,
    constraint pk_exam_site primary key (id),
    constraint uq_exam_site_id_centre unique (id, centre_id),
    constraint uq_exam_site_name unique (centre_id, name),
    constraint fk_exam_site_centre foreign key (centre_id) references centre (id)
);

create table centre_approval (
    id                   uuid    not null,
    version              integer not null,
    centre_id            uuid    not null,
    site_id              uuid    not null,
    certification_number text    not null,
    valid_from           date    not null,
    valid_to             date    not null,
    decision             text    not null,
    constraint pk_centre_approval primary key (id),
    constraint fk_centre_approval_site foreign key (site_id, centre_id) references exam_site (id, centre_id),
    constraint fk_centre_approval_certification foreign key (certification_number) references certification (number),
    constraint ck_centre_approval_period check (valid_from <= valid_to),
    constraint ex_centre_approval_overlap exclude using gist (
        centre_id with =, site_id with =, certification_number with =, daterange(valid_from, valid_to, '[]') with &&)
);

create table training_agreement (
    id                      uuid    not null,
    version                 integer not null,
    centre_id               uuid    not null,
    training_provider_siret text    not null,
    certification_numbers   text[]  not null,
    signed_on               date    not null,
    valid_from              date    not null,
    valid_to                date    not null,
    constraint pk_training_agreement primary key (id),
    constraint fk_training_agreement_centre foreign key (centre_id) references centre (id),
    constraint ck_training_agreement_siret check (training_provider_siret ~ '^[0-9]{14}$'),
    constraint ck_training_agreement_period check (valid_from <= valid_to)
);
create index ix_training_agreement_centre on training_agreement (centre_id, training_provider_siret);
create index ix_training_agreement_provider on training_agreement (training_provider_siret);

-- People.

create table juror (
    id             uuid        not null,
    version        integer     not null,
    subject        text        not null,
    last_name      text        not null,
    first_name     text        not null,
    employer_siret text,
    created_at     timestamptz not null,
    constraint pk_juror primary key (id),
    constraint uq_juror_subject unique (subject)
);

create table juror_accreditation (
    id                   uuid    not null,
    version              integer not null,
    juror_id             uuid    not null,
    certification_number text    not null,
    valid_from           date    not null,
    valid_to             date    not null,
    years_in_trade       integer not null,
    left_trade_on        date,
    constraint pk_juror_accreditation primary key (id),
    constraint fk_juror_accreditation_juror foreign key (juror_id) references juror (id),
    constraint fk_juror_accreditation_certification foreign key (certification_number) references certification (number),
    constraint ck_juror_accreditation_period check (valid_from <= valid_to),
    constraint ck_juror_accreditation_years check (years_in_trade >= 0),
    constraint ex_juror_accreditation_overlap exclude using gist (
        juror_id with =, certification_number with =, daterange(valid_from, valid_to, '[]') with &&)
);

create table candidate (
    id               uuid        not null,
    version          integer     not null,
    external_ref     text,
    created_by_siret text        not null,
    identity_version integer     not null,
    frozen_at        timestamptz,
    postal_code      text,
    email            text,
    employer_siret   text,
    created_at       timestamptz not null,
    constraint pk_candidate primary key (id),
    constraint uq_candidate_external_ref unique (created_by_siret, external_ref)
);

create table candidate_identity (
    candidate_id        uuid        not null,
    identity_version    integer     not null,
    birth_name          text        not null,
    usage_name          text,
    first_names         text[]      not null,
    sex                 text        not null,
    born_on             date        not null,
    birth_place_insee   text,
    birth_place_label   text        not null,
    birth_place_country text        not null,
    recorded_at         timestamptz not null,
    recorded_by         text        not null,
    constraint pk_candidate_identity primary key (candidate_id, identity_version),
    constraint fk_candidate_identity_candidate foreign key (candidate_id) references candidate (id),
    constraint ck_candidate_identity_sex check (sex in ('M', 'F'))
);
comment on table candidate_identity is 'Every identity a candidate had here: records and awards print the one of the exam day';

-- Sessions.

create table exam_session (
    id                   uuid        not null,
    version              integer     not null,
    type                 text        not null,
    certification_number text        not null,
    block_code           text,
    plan_version         integer,
    centre_id            uuid        not null,
    centre_siret         text        not null,
    site_id              uuid        not null,
    time_zone            text        not null,
    starts_on            date        not null,
    ends_on              date        not null,
    manager              text        not null,
    with_final_interview boolean     not null,
    remote               boolean     not null,
    state                text        not null,
    declared_on          date,
    kit_reference        text,
    kit_received_on      date,
    ceres_number         text,
    summoned_at          timestamptz,
    late                 boolean     not null,
    late_reason          text,
    late_decided_by      text,
    opened_at            timestamptz,
    seals_checked_by     text,
    seals_witness        text,
    closed_at            timestamptz,
    reason               text,
    jury_version         integer     not null,
    situations_version   integer     not null,
    created_at           timestamptz not null,
    constraint pk_exam_session primary key (id),
    constraint uq_exam_session_ceres_number unique (ceres_number),
    constraint fk_exam_session_certification foreign key (certification_number) references certification (number),
    constraint fk_exam_session_plan foreign key (certification_number, plan_version)
        references assessment_plan (certification_number, plan_version),
    constraint fk_exam_session_site foreign key (site_id, centre_id) references exam_site (id, centre_id),
    constraint ck_exam_session_type check (type in ('TITLE', 'CCP', 'CCS')),
    constraint ck_exam_session_block check ((type = 'TITLE') = (block_code is null)),
    constraint ck_exam_session_period check (starts_on <= ends_on),
    constraint ck_exam_session_state check (state in ('DRAFT', 'DECLARED', 'DTE_SENT', 'CONVOKED', 'IN_PROGRESS',
        'RESULTS_ENTERED', 'PV_SIGNED', 'PV_SUBMITTED', 'RETURNED', 'VALIDATED', 'NOTIFIED', 'ARCHIVED', 'POSTPONED',
        'CANCELLED', 'ANNULLED'))
);
create index ix_exam_session_centre on exam_session (centre_siret, starts_on desc, id desc);
create index ix_exam_session_starts_on on exam_session (starts_on desc, id desc);

create table session_warning (
    session_id uuid not null,
    step       text not null,
    rule       text not null,
    message    text not null,
    constraint fk_session_warning_session foreign key (session_id) references exam_session (id)
);
create index ix_session_warning_session on session_warning (session_id);

create table jury_member (
    session_id          uuid    not null,
    juror_id            uuid    not null,
    subject             text    not null,
    charter_accepted_on date,
    present             boolean not null,
    constraint pk_jury_member primary key (session_id, juror_id),
    constraint fk_jury_member_session foreign key (session_id) references exam_session (id),
    constraint fk_jury_member_juror foreign key (juror_id) references juror (id)
);
create index ix_jury_member_subject on jury_member (subject);

create table kit_situation (
    session_id uuid not null,
    code       text not null,
    type       text not null,
    label      text not null,
    constraint pk_kit_situation primary key (session_id, code),
    constraint fk_kit_situation_session foreign key (session_id) references exam_session (id)
);

create table enrolment (
    id                      uuid        not null,
    version                 integer     not null,
    session_id              uuid        not null,
    candidate_id            uuid        not null,
    route                   text        not null,
    training_provider_siret text,
    training_started_on     date,
    training_ended_on       date,
    vae_admissible_since    date,
    extra_time_percent      integer,
    state                   text        not null,
    attendance              text,
    attendance_recorded_at  timestamptz,
    attendance_recorded_by  text,
    identity_version        integer,
    created_by_siret        text        not null,
    created_at              timestamptz not null,
    constraint pk_enrolment primary key (id),
    constraint fk_enrolment_session foreign key (session_id) references exam_session (id),
    constraint fk_enrolment_candidate foreign key (candidate_id) references candidate (id),
    constraint fk_enrolment_identity foreign key (candidate_id, identity_version)
        references candidate_identity (candidate_id, identity_version),
    constraint ck_enrolment_route check (route in ('INITIAL', 'APPRENTICESHIP', 'CONTINUING', 'PROFESSIONALISATION',
        'INDIVIDUAL', 'EXPERIENCE')),
    constraint ck_enrolment_state check (state in ('REGISTERED', 'CONVOKED', 'WITHDRAWN', 'PRESENT', 'ABSENT',
        'EVALUATED', 'EXCLUDED', 'DECIDED', 'NOTIFIED')),
    constraint ck_enrolment_attendance check (attendance in ('PRESENT', 'ABSENT', 'ABSENT_JUSTIFIED', 'EXCLUDED')),
    constraint ck_enrolment_frozen check (attendance is distinct from 'PRESENT' or identity_version is not null)
);
create unique index uq_enrolment_active on enrolment (session_id, candidate_id) where state <> 'WITHDRAWN';
create index ix_enrolment_candidate on enrolment (candidate_id);
create index ix_enrolment_provider on enrolment (training_provider_siret);
create index ix_enrolment_creator on enrolment (created_by_siret);

create table enrolment_warning (
    enrolment_id uuid not null,
    rule         text not null,
    message      text not null,
    constraint fk_enrolment_warning_enrolment foreign key (enrolment_id) references enrolment (id)
);
create index ix_enrolment_warning_enrolment on enrolment_warning (enrolment_id);

create table recusal (
    id           uuid        not null,
    session_id   uuid        not null,
    juror_id     uuid        not null,
    enrolment_id uuid        not null,
    ground       text        not null,
    declared_by  text        not null,
    excludes     boolean     not null,
    recorded_by  text        not null,
    recorded_at  timestamptz not null,
    constraint pk_recusal primary key (id),
    constraint uq_recusal_pair unique (enrolment_id, juror_id),
    constraint fk_recusal_session foreign key (session_id) references exam_session (id),
    constraint fk_recusal_enrolment foreign key (enrolment_id) references enrolment (id),
    constraint fk_recusal_juror foreign key (juror_id) references juror (id),
    constraint ck_recusal_ground check (ground in ('SAME_EMPLOYER', 'TRAINER', 'PERSONAL')),
    constraint ck_recusal_declared_by check (declared_by in ('JUROR', 'CANDIDATE', 'CENTRE', 'SYSTEM'))
);
create index ix_recusal_session on recusal (session_id);

create table presented_document (
    id                uuid        not null,
    session_id        uuid        not null,
    enrolment_id      uuid        not null,
    kind              text        not null,
    reference         text        not null,
    issuer            text        not null,
    issued_on         date        not null,
    valid_until       date        not null,
    valid_on_exam_day boolean     not null,
    presented_at      timestamptz not null,
    recorded_by       text        not null,
    constraint pk_presented_document primary key (id),
    constraint fk_presented_document_enrolment foreign key (enrolment_id) references enrolment (id),
    constraint ck_presented_document_kind check (kind in ('SST')),
    constraint ck_presented_document_period check (issued_on <= valid_until)
);
create index ix_presented_document_enrolment on presented_document (enrolment_id);

create table situation_draw (
    id            uuid        not null,
    session_id    uuid        not null,
    enrolment_id  uuid        not null,
    event_code    text        not null,
    rank          integer     not null,
    seed          bytea       not null,
    commitment    bytea       not null,
    types         text[]      not null,
    drawn_at      timestamptz not null,
    drawn_by      text        not null,
    redraw_reason text,
    constraint pk_situation_draw primary key (id),
    constraint uq_situation_draw_rank unique (enrolment_id, event_code, rank),
    constraint fk_situation_draw_enrolment foreign key (enrolment_id) references enrolment (id),
    constraint ck_situation_draw_rank check (rank >= 1 and (rank = 1) = (redraw_reason is null))
);
create index ix_situation_draw_session on situation_draw (session_id);

create table situation_draw_pool (
    draw_id      uuid    not null,
    position     integer not null,
    code         text    not null,
    type         text    not null,
    label        text    not null,
    drawn_as     integer,
    constraint pk_situation_draw_pool primary key (draw_id, position),
    constraint fk_situation_draw_pool_draw foreign key (draw_id) references situation_draw (id)
);

-- What came out of earlier sessions, fed by events.

create table held_award (
    award_number         text not null,
    candidate_id         uuid not null,
    certification_number text not null,
    block_code           text,
    awarded_on           date not null,
    withdrawn_on         date,
    constraint pk_held_award primary key (award_number)
);
create index ix_held_award_candidate on held_award (candidate_id, certification_number);
comment on table held_award is 'Blocks and titles (no block code) that candidates hold, told by the results service';

create table earlier_outcome (
    enrolment_id         uuid        not null,
    candidate_id         uuid        not null,
    certification_number text        not null,
    outcome              text        not null,
    notified_at          timestamptz not null,
    constraint pk_earlier_outcome primary key (enrolment_id)
);
create index ix_earlier_outcome_candidate on earlier_outcome (candidate_id, certification_number);
comment on table earlier_outcome is 'Outcomes notified, which open the grace year of an expired title';
