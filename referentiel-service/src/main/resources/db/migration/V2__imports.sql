create table import_job (
    id           uuid        not null,
    state        text        not null,
    file_name    text        not null,
    bytes        bigint      not null,
    sha256       text        not null,
    dry_run      boolean     not null,
    force        boolean     not null,
    submitted_by text        not null,
    submitted_at timestamptz not null,
    started_at   timestamptz,
    ended_at     timestamptz,
    feed         text,
    feed_version text,
    registers    text[]      not null,
    export_date  date,
    bytes_read   bigint      not null,
    bytes_total  bigint      not null,
    records_read integer     not null,
    created      integer     not null,
    updated      integer     not null,
    unchanged    integer     not null,
    closed       integer     not null,
    missing      integer     not null,
    rejected     integer     not null,
    unknown_tags jsonb       not null,
    problem      text,
    version      integer     not null,
    constraint pk_import_job primary key (id),
    constraint ck_import_job_state check (state in ('RECEIVED', 'RUNNING', 'DONE', 'REFUSED', 'FAILED'))
);
create unique index uq_import_job_open on import_job ((true)) where state in ('RECEIVED', 'RUNNING');
create index ix_import_job_submitted_at on import_job (submitted_at desc, id);
comment on table import_job is 'Files of the registers that were sent in, and what became of each';
comment on index uq_import_job_open is 'One file at a time';

create table import_finding (
    import_id uuid    not null,
    rank      integer not null,
    kind      text    not null,
    number    text,
    line      integer,
    reason    text    not null,
    constraint pk_import_finding primary key (import_id, rank),
    constraint fk_import_finding_job foreign key (import_id) references import_job (id),
    constraint ck_import_finding_kind check (kind in ('REJECTED', 'WARNING'))
);
comment on table import_finding is 'What was odd in a file: records kept out (REJECTED), values kept as they came (WARNING)';

create table certification_change (
    certification_number text        not null,
    id                   bigint      generated always as identity,
    export_date          date        not null,
    feed                 text        not null,
    changed_at           timestamptz not null,
    kind                 text        not null,
    fields               text        not null,
    constraint pk_certification_change primary key (certification_number, id),
    constraint ck_certification_change_kind check (kind in ('CREATED', 'CHANGED', 'CLOSED', 'MISSING', 'RETURNED'))
);
comment on table certification_change is 'What every import changed: fields is a JSON array of field, before and after';
