-- What a declaration needs of the copies; null where it was told before --------------------------------------------------

alter table person_identity
    add column birth_insee_code   text,
    add column birth_country_code text;
alter table exam_session
    add column site_postal_code text,
    add column site_insee_code  text;
alter table enrolment add column enrolled_on date;

-- Declaration of holders to the Caisse des Dépôts --------------------------------------------------------------------------

create table declaration (
    id                   uuid        not null,
    award_number         text        not null,
    certification_number text        not null,
    candidate_id         uuid        not null,
    identity_version     integer     not null,
    session_id           uuid,
    enrolment_id         uuid,
    route                text        not null,
    by_equivalence       boolean     not null,
    centre_siret         text,
    awarded_on           date        not null,
    due_on               date        not null,
    state                text        not null,
    faults               jsonb       not null default '[]',
    message              text,
    treatment            text,
    evidence             text,
    attempts             integer     not null default 0,
    flux_id              uuid,
    ended_on             date,
    reason               text,
    changed_at           timestamptz not null,
    version              integer     not null,
    constraint pk_declaration primary key (id),
    constraint fk_declaration_award foreign key (award_number) references award (number)
        deferrable initially deferred,
    constraint ck_declaration_state check (state in (
        'PENDING', 'READY', 'SET_ASIDE', 'IN_FLUX', 'DEPOSITED', 'ACCEPTED', 'REJECTED', 'WAIVED', 'DROPPED',
        'DELETION_READY', 'DELETION_IN_FLUX', 'DELETION_DEPOSITED', 'DELETION_REJECTED', 'DELETED')),
    constraint ck_declaration_treatment check (treatment in ('TO_CORRECT', 'RESENT', 'DISPUTED'))
);
comment on table declaration is 'What the Caisse des Dépôts is to know of one title; its id is the idTechnique and never another''s';
create unique index uq_declaration_award on declaration (award_number) where ended_on is null;
create index ix_declaration_award on declaration (award_number);
create index ix_declaration_next on declaration (certification_number, state, awarded_on, id);
create index ix_declaration_due on declaration (due_on, id) where state in ('READY', 'SET_ASIDE', 'IN_FLUX', 'DEPOSITED', 'REJECTED');
create index ix_declaration_flux on declaration (flux_id) where flux_id is not null;
create index ix_declaration_centre on declaration (centre_siret, id);

create table declaration_flux (
    id                   uuid        not null,
    certification_number text        not null,
    action               text        not null,
    schema_version       text        not null,
    emitter_client_id    text        not null,
    certifier_client_id  text        not null,
    contract_id          text        not null,
    depositor            text        not null,
    state                text        not null,
    stamped_at           timestamptz not null,
    file_name            text        not null,
    ordered_by           text        not null,
    last_awarded_on      date,
    last_id              uuid,
    passages             integer     not null default 0,
    set_aside            integer     not null default 0,
    bytes                bigint      not null default 0,
    sha256               text,
    deposited_at         timestamptz,
    reference            text,
    reason               text,
    changed_at           timestamptz not null,
    version              integer     not null,
    constraint pk_declaration_flux primary key (id),
    constraint uq_declaration_flux_file_name unique (file_name),
    constraint ck_declaration_flux_action check (action in ('CREATION', 'SUPPRESSION')),
    constraint ck_declaration_flux_state
        check (state in ('BUILDING', 'EMPTY', 'BUILT', 'DISCARDED', 'DEPOSITED', 'REFUSED', 'PROCESSED'))
);
create index ix_declaration_flux_building on declaration_flux (stamped_at) where state = 'BUILDING';

-- The file as it was built, in pieces, each packed: what was deposited can be shown for ever.
create table declaration_flux_piece (
    flux_id uuid    not null,
    ordinal integer not null,
    content bytea   not null,
    constraint pk_declaration_flux_piece primary key (flux_id, ordinal),
    constraint fk_declaration_flux_piece_flux foreign key (flux_id) references declaration_flux (id)
);
alter table declaration_flux_piece alter column content set storage external;

create table declaration_passage (
    flux_id        uuid    not null,
    declaration_id uuid    not null,
    position       integer not null,
    verdict        text,
    message        text,
    constraint pk_declaration_passage primary key (flux_id, position),
    constraint fk_declaration_passage_flux foreign key (flux_id) references declaration_flux (id),
    constraint uq_declaration_passage unique (declaration_id, flux_id),
    constraint ck_declaration_passage_verdict check (verdict in ('OK', 'KO'))
);

create table declaration_receipt (
    flux_id      uuid        not null,
    sha256       text        not null,
    file_name    text,
    treatment_id text,
    accepted     integer     not null,
    rejected     integer     not null,
    received_at  timestamptz not null,
    received_by  text        not null,
    constraint pk_declaration_receipt primary key (flux_id, sha256),
    constraint fk_declaration_receipt_flux foreign key (flux_id) references declaration_flux (id)
);
