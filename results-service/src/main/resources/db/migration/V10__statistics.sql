-- Regions, by the code of INSEE ------------------------------------------------------------------------------------------

create table region (
    code  text not null,
    label text not null,
    constraint pk_region primary key (code)
);
insert into region (code, label) values
    ('01', 'Guadeloupe'), ('02', 'Martinique'), ('03', 'Guyane'), ('04', 'La Réunion'), ('06', 'Mayotte'),
    ('11', 'Île-de-France'), ('24', 'Centre-Val de Loire'), ('27', 'Bourgogne-Franche-Comté'), ('28', 'Normandie'),
    ('32', 'Hauts-de-France'), ('44', 'Grand Est'), ('52', 'Pays de la Loire'), ('53', 'Bretagne'),
    ('75', 'Nouvelle-Aquitaine'), ('76', 'Occitanie'), ('84', 'Auvergne-Rhône-Alpes'),
    ('93', 'Provence-Alpes-Côte d''Azur'), ('94', 'Corse'), ('99', 'Hors région');

create table department_region (
    department text not null,
    region     text not null,
    constraint pk_department_region primary key (department),
    constraint fk_department_region_region foreign key (region) references region (code)
);
insert into department_region (department, region)
    select department, region
    from (values ('01', '971'), ('02', '972'), ('03', '973'), ('04', '974'), ('06', '976'),
                 ('11', '75,77,78,91,92,93,94,95'),
                 ('24', '18,28,36,37,41,45'),
                 ('27', '21,25,39,58,70,71,89,90'),
                 ('28', '14,27,50,61,76'),
                 ('32', '02,59,60,62,80'),
                 ('44', '08,10,51,52,54,55,57,67,68,88'),
                 ('52', '44,49,53,72,85'),
                 ('53', '22,29,35,56'),
                 ('75', '16,17,19,23,24,33,40,47,64,79,86,87'),
                 ('76', '09,11,12,30,31,32,34,46,48,65,66,81,82'),
                 ('84', '01,03,07,15,26,38,42,43,63,69,73,74'),
                 ('93', '04,05,06,13,83,84'),
                 ('94', '2A,2B,20')) as r (region, departments),
         unnest(string_to_array(departments, ',')) as department;

create function region_of(insee_code text, postal_code text) returns text language sql stable as $$
    select coalesce((select region from department_region
                     where department = case when coalesce(insee_code, postal_code) ~ '^9[78]'
                                             then left(coalesce(insee_code, postal_code), 3)
                                             else left(coalesce(insee_code, postal_code), 2) end), '99')
$$;

-- What changed and is still to be counted, written in the transaction of the change -----------------------------------------

create table statistics_due (
    id         bigint generated always as identity,
    what       text        not null,
    session_id uuid,
    at         timestamptz not null default clock_timestamp(),
    constraint pk_statistics_due primary key (id),
    constraint ck_statistics_due_what check (what in ('FIGURES', 'RECORDS', 'DECLARATIONS')),
    constraint ck_statistics_due_session check ((what = 'FIGURES') = (session_id is not null))
);
comment on table statistics_due is 'FIGURES: the results of this session are to be counted again. The others: a list that dashboards show has moved';

create table statistics_moved (
    what text        not null,
    at   timestamptz not null,
    constraint pk_statistics_moved primary key (what)
);
insert into statistics_moved (what, at) values ('FIGURES', now()), ('RECORDS', now()), ('DECLARATIONS', now());

-- No figure hangs on these two, they only wake screens: a statement more in every use case would say less.
create function tell_statistics() returns trigger language plpgsql as $$
begin
    insert into statistics_due (what) values (tg_argv[0]);
    return null;
end $$;
create trigger session_record_moves after insert or update or delete on session_record
    for each statement execute function tell_statistics('RECORDS');
create trigger declaration_moves after insert or update or delete on declaration
    for each statement execute function tell_statistics('DECLARATIONS');

-- Figures, made for reading ---------------------------------------------------------------------------------------------------

-- Columns with "shown_" are what an analyst sees: multiples of statistics.min-cell, see docs/adr/0070-statistics.md.
create table statistics_session (
    session_id           uuid     not null,
    block_code           text     not null,
    route                text     not null,
    days                 integer  not null,
    certification_number text     not null,
    year                 smallint not null,
    month                smallint not null,
    session_type         text     not null,
    region               text     not null,
    centre_siret         text     not null,
    admitted             integer  not null default 0,
    partial              integer  not null default 0,
    failed               integer  not null default 0,
    absent               integer  not null default 0,
    excluded             integer  not null default 0,
    shown_admitted       integer  not null default 0,
    shown_partial        integer  not null default 0,
    shown_failed         integer  not null default 0,
    shown_absent         integer  not null default 0,
    shown_excluded       integer  not null default 0,
    constraint pk_statistics_session primary key (session_id, block_code, route, days)
);
comment on table statistics_session is 'Results of a session counted by route; block_code is empty for the result as a whole, days (from the last day to the award) is -1 without an award';
create index ix_statistics_session_certification on statistics_session (certification_number, year);
create index ix_statistics_session_centre on statistics_session (centre_siret);
create index ix_statistics_session_region on statistics_session (region, year);

create table statistics_cube (
    level                smallint not null,
    certification_number text     not null,
    block_code           text     not null,
    year                 smallint not null,
    month                smallint not null,
    route                text     not null,
    region               text     not null,
    session_type         text     not null,
    days                 integer  not null,
    admitted             integer  not null,
    partial              integer  not null,
    failed               integer  not null,
    absent               integer  not null,
    excluded             integer  not null,
    shown_admitted       integer  not null,
    shown_partial        integer  not null,
    shown_failed         integer  not null,
    shown_absent         integer  not null,
    shown_excluded       integer  not null,
    constraint pk_statistics_cube
        primary key (level, certification_number, block_code, year, month, route, region, session_type, days)
);
comment on table statistics_cube is 'Sums of statistics_session for every set of criteria that is asked for often; what a level does not break down is empty or 0';
create index ix_statistics_cube_year on statistics_cube (level, year, month);
create index ix_statistics_cube_region on statistics_cube (level, region);
create index ix_statistics_cube_route on statistics_cube (level, route);

create table statistics_competence (
    session_id           uuid     not null,
    block_code           text     not null,
    competence_code      text     not null,
    route                text     not null,
    certification_number text     not null,
    year                 smallint not null,
    month                smallint not null,
    session_type         text     not null,
    region               text     not null,
    centre_siret         text     not null,
    acquired             integer  not null default 0,
    missed               integer  not null default 0,
    shown_acquired       integer  not null default 0,
    shown_missed         integer  not null default 0,
    constraint pk_statistics_competence primary key (session_id, block_code, competence_code, route)
);
create index ix_statistics_competence_certification on statistics_competence (certification_number, year);
create index ix_statistics_competence_centre on statistics_competence (centre_siret);
create index ix_statistics_competence_region on statistics_competence (region, year);

create table statistics_competence_cube (
    level                smallint not null,
    certification_number text     not null,
    block_code           text     not null,
    competence_code      text     not null,
    year                 smallint not null,
    route                text     not null,
    region               text     not null,
    session_type         text     not null,
    acquired             integer  not null,
    missed               integer  not null,
    shown_acquired       integer  not null,
    shown_missed         integer  not null,
    constraint pk_statistics_competence_cube
        primary key (level, certification_number, block_code, competence_code, year, route, region, session_type)
);
create index ix_statistics_competence_cube_year on statistics_competence_cube (level, year);
create index ix_statistics_competence_cube_region on statistics_competence_cube (level, region);

create table statistics_sheet (
    certification_number text     not null,
    year                 smallint not null,
    changed              integer  not null,
    constraint pk_statistics_sheet primary key (certification_number, year)
);
comment on table statistics_sheet is 'How many people changed since what is shown of a certification and year to analysts was last worked out';

create table statistics_seed (
    seed text not null
);
insert into statistics_seed (seed) values (gen_random_uuid()::text || gen_random_uuid()::text);
comment on table statistics_seed is 'Secret: where rounding begins follows from it';

create function rounding_start(certification text, for_year smallint, measure text, base integer) returns integer
    language sql stable as $$
    select (('x' || left(encode(sha256(convert_to(seed || '/' || certification || '/' || for_year || '/' || measure, 'UTF8')), 'hex'), 8))
            ::bit(32)::bigint % base)::integer
    from statistics_seed
$$;

create table statistics_rebuild (
    id         uuid        not null,
    state      text        not null,
    ordered_by text        not null,
    started_at timestamptz not null,
    ended_at   timestamptz,
    total      bigint      not null,
    done       bigint      not null,
    after      uuid,
    step       integer     not null,
    constraint pk_statistics_rebuild primary key (id),
    constraint ck_statistics_rebuild_state check (state in ('RUNNING', 'DONE'))
);
create unique index uq_statistics_rebuild_running on statistics_rebuild ((true)) where state = 'RUNNING';

-- What is looked up to count: the title that lost its ground, the list of records by submission.
create index ix_award_acquisition on award (acquisition_id);
create index ix_session_record_submitted on session_record (submitted_at, id);

-- Everything validated before is counted once at the start.
insert into statistics_due (what, session_id)
    select 'FIGURES', session_id from session_record where state in ('VALIDATED', 'NOTIFIED');
