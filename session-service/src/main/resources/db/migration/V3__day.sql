-- The same person under two spellings. What is compared is a name without what spellings differ in: case, accents,
-- ligatures, hyphens and spaces, particles, doubled letters, mute h, y for i, ph for f.

create function civil_key(name text) returns text
    language sql immutable strict parallel safe
    return regexp_replace(
        replace(replace(replace(
            regexp_replace(
                regexp_replace(
                    replace(replace(replace(replace(
                        regexp_replace(lower(normalize(name, NFD)), '[\u0300-\u036f]', '', 'g'),
                        'œ', 'oe'), 'æ', 'ae'), 'ß', 'ss'), 'ø', 'o'),
                    '\m(de|du|des|d|la|le|les|l|van|von|den|der|di|da|do|dos)\M', '', 'g'),
                '[^a-z]', '', 'g'),
            'ph', 'f'), 'h', ''), 'y', 'i'),
        '(.)\1+', '\1', 'g');

create function civil_keys(names text[]) returns text[]
    language sql immutable strict parallel safe
    return array(select civil_key(n) from unnest(names) with ordinality as u (n, place) order by place);

alter table candidate_identity
    add column birth_key text generated always as (civil_key(birth_name)) stored,
    add column first_key text generated always as (civil_key(first_names[1])) stored;
create index ix_candidate_identity_born_first on candidate_identity (born_on, first_key);
create index ix_candidate_identity_born_birth on candidate_identity (born_on, birth_key);
create index ix_candidate_identity_names on candidate_identity (birth_key, first_key);

-- The day.

create table identity_check (
    enrolment_id uuid        not null,
    version      integer     not null,
    session_id   uuid        not null,
    document     text        not null,
    checked_by   text        not null,
    checked_at   timestamptz not null,
    recorded_by  text        not null,
    constraint pk_identity_check primary key (enrolment_id),
    constraint fk_identity_check_enrolment foreign key (enrolment_id) references enrolment (id)
);
create index ix_identity_check_session on identity_check (session_id);
comment on table identity_check is 'That an official document was looked at, and which kind: never its number or a copy';

create table event_attendance (
    enrolment_id uuid        not null,
    event_code   text        not null,
    version      integer     not null,
    session_id   uuid        not null,
    status       text        not null,
    started_at   timestamptz,
    ended_at     timestamptz,
    recorded_at  timestamptz not null,
    recorded_by  text        not null,
    constraint pk_event_attendance primary key (enrolment_id, event_code),
    constraint fk_event_attendance_enrolment foreign key (enrolment_id) references enrolment (id),
    constraint ck_event_attendance_status check (status in ('PRESENT', 'ABSENT')),
    constraint ck_event_attendance_times check (ended_at is null or (started_at is not null and started_at <= ended_at))
);
create index ix_event_attendance_session on event_attendance (session_id);

create table incident (
    id               uuid        not null,
    session_id       uuid        not null,
    enrolment_id     uuid,
    event_code       text,
    type             text        not null,
    occurred_at      timestamptz not null,
    for_candidate    text,
    for_organisation text,
    internal         text,
    recorded_at      timestamptz not null,
    recorded_by      text        not null,
    constraint pk_incident primary key (id),
    constraint fk_incident_session foreign key (session_id) references exam_session (id),
    constraint fk_incident_enrolment foreign key (enrolment_id) references enrolment (id),
    constraint ck_incident_comment check (coalesce(for_candidate, for_organisation, internal) is not null)
);
create index ix_incident_session on incident (session_id);

create table fraud_report (
    id                  uuid        not null,
    session_id          uuid        not null,
    enrolment_id        uuid        not null,
    event_code          text,
    facts               text        not null,
    occurred_at         timestamptz not null,
    candidate_continues boolean     not null,
    reported_by         text        not null,
    recorded_at         timestamptz not null,
    recorded_by         text        not null,
    constraint pk_fraud_report primary key (id),
    constraint fk_fraud_report_session foreign key (session_id) references exam_session (id),
    constraint fk_fraud_report_enrolment foreign key (enrolment_id) references enrolment (id)
);
create index ix_fraud_report_session on fraud_report (session_id);

create table fraud_witness (
    report_id uuid not null,
    name      text not null,
    quality   text not null,
    signed_on date not null,
    constraint pk_fraud_witness primary key (report_id, name),
    constraint fk_fraud_witness_report foreign key (report_id) references fraud_report (id)
);

create table fraud_accomplice (
    report_id    uuid not null,
    name         text not null,
    candidate_id uuid,
    constraint pk_fraud_accomplice primary key (report_id, name),
    constraint fk_fraud_accomplice_report foreign key (report_id) references fraud_report (id)
);

create table exam_ban (
    id              uuid        not null,
    version         integer     not null,
    candidate_id    uuid        not null,
    fraud_report_id uuid,
    decision        text        not null,
    notified_on     date        not null,
    last_day        date        not null,
    recorded_at     timestamptz not null,
    recorded_by     text        not null,
    lifted_on       date,
    lifting_reason  text,
    constraint pk_exam_ban primary key (id),
    constraint fk_exam_ban_candidate foreign key (candidate_id) references candidate (id),
    constraint fk_exam_ban_report foreign key (fraud_report_id) references fraud_report (id),
    constraint ck_exam_ban_period check (notified_on <= last_day),
    constraint ck_exam_ban_lifting check ((lifted_on is null) = (lifting_reason is null))
);
create index ix_exam_ban_candidate on exam_ban (candidate_id);

-- Who wrote which anonymous work: confidential.

create table anonymity (
    session_id  uuid        not null,
    acronym     text        not null,
    assigned_at timestamptz not null,
    assigned_by text        not null,
    released_at timestamptz,
    released_by text,
    constraint pk_anonymity primary key (session_id),
    constraint fk_anonymity_session foreign key (session_id) references exam_session (id)
);

create table anonymous_identifier (
    enrolment_id uuid not null,
    session_id   uuid not null,
    identifier   text not null,
    constraint pk_anonymous_identifier primary key (enrolment_id),
    constraint uq_anonymous_identifier unique (session_id, identifier),
    constraint fk_anonymous_identifier_enrolment foreign key (enrolment_id) references enrolment (id),
    constraint fk_anonymous_identifier_anonymity foreign key (session_id) references anonymity (session_id)
);
