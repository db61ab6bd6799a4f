create table certification (
    number               text        not null,
    register             text        not null,
    title                text        not null,
    search_text          text        not null,
    search_details       text        not null,
    acronym              text,
    type                 text,
    level                integer,
    active               boolean,
    effective_on         date,
    decided_on           date,
    registration_ends_on date,
    last_delivery_on     date,
    nsf                  text[]      not null,
    rome                 text[]      not null,
    formacodes           text[]      not null,
    certifier_sirets     text[]      not null,
    open_routes          text[]      not null,
    predecessors         text[]      not null,
    successors           text[]      not null,
    corresponding        text[]      not null,
    sheet                bytea       not null,
    partners             bytea       not null,
    content_hash         text        not null,
    raw_hash             bytea,
    source_feed          text        not null,
    source_version       text,
    source_date          date,
    imported_at          timestamptz not null,
    updated_at           timestamptz not null,
    missing_since        date,
    version              integer     not null,
    constraint pk_certification primary key (number),
    constraint ck_certification_number check (number ~ '^(RNCP|RS)[0-9]+$'),
    constraint ck_certification_register check (register in ('RNCP', 'RS') and number like register || '%'),
    constraint ck_certification_level check (level between 1 and 8)
);
comment on table certification is 'One record of a national register: sheet holds all of it, the columns beside it are what lists filter and sort by';
comment on column certification.active is 'What the register says; null when it does not say';
comment on column certification.sheet is 'JSON in a Zstandard frame: a register of these is a quarter of what it would be, and PostgreSQL need not compress it again';
comment on column certification.partners is 'As sheet: bodies allowed to train or to assess, up to thousands';
comment on column certification.content_hash is 'SHA-256 of sheet and partners: an unchanged record is recognised without comparing';
comment on column certification.raw_hash is 'Digest of the bytes of the record in the last file: the same bytes need not even be parsed';
comment on column certification.missing_since is 'Date of the first export that no longer held it; it stays, because sessions and awards refer to it';
comment on column certification.corresponding is 'Numbers of the certifications that the sheet declares correspondences with';
alter table certification alter column sheet set storage external, alter column partners set storage external;
create index ix_certification_title on certification (title, number);
create index ix_certification_updated_at on certification (updated_at, number);
create index ix_certification_registration_ends_on on certification (registration_ends_on, number);
create index ix_certification_nsf on certification using gin (nsf);
create index ix_certification_rome on certification using gin (rome);
create index ix_certification_formacodes on certification using gin (formacodes);
create index ix_certification_certifier_sirets on certification using gin (certifier_sirets);
create index ix_certification_predecessors on certification using gin (predecessors);
create index ix_certification_successors on certification using gin (successors);
create index ix_certification_corresponding on certification using gin (corresponding);

create table competence (
    certification_number text     not null,
    block_code           text     not null,
    rank                 integer not null,
    label                text     not null,
    constraint pk_competence primary key (certification_number, block_code, rank),
    constraint fk_competence_certification foreign key (certification_number) references certification (number),
    constraint ck_competence_rank check (rank > 0)
);
comment on table competence is 'Single competences of a block, split by us: the register only has one free text per block';

create table assessment_plan (
    certification_number text        not null,
    revision             integer     not null,
    content              jsonb       not null,
    content_hash         text        not null,
    changed_by           text        not null,
    changed_at           timestamptz not null,
    version              integer     not null,
    constraint pk_assessment_plan primary key (certification_number),
    constraint fk_assessment_plan_certification foreign key (certification_number) references certification (number),
    constraint ck_assessment_plan_revision check (revision > 0)
);
comment on table assessment_plan is 'The plan in force; revision is the version that sessions refer to';

create table assessment_plan_revision (
    certification_number text        not null,
    revision             integer     not null,
    content              jsonb       not null,
    changed_by           text        not null,
    changed_at           timestamptz not null,
    constraint pk_assessment_plan_revision primary key (certification_number, revision),
    constraint fk_assessment_plan_revision_plan foreign key (certification_number) references assessment_plan (certification_number)
);
comment on table assessment_plan_revision is 'Every revision ever in force, never changed: a session keeps the one it was declared with';

create table shipped_file (
    name         text        not null,
    content_hash text        not null,
    plan_hash    text,
    loaded_at    timestamptz not null,
    constraint pk_shipped_file primary key (name)
);
comment on table shipped_file is 'What the catalogue shipped with the service held when it was last loaded';
