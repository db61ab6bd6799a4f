-- Titles of a year, counted without reading them ---------------------------------------------------------------------------

create index ix_award_cohort on award (certification_number, awarded_on) include (route)
    where kind = 'TITLE' and withdrawn_on is null;

-- Surveys of holders -------------------------------------------------------------------------------------------------------

create table survey (
    id                   uuid        not null,
    certification_number text        not null,
    year                 integer     not null,
    wave                 text        not null,
    state                text        not null,
    neutralised          jsonb       not null,
    rates                jsonb,
    opened_at            timestamptz not null,
    opened_by            text        not null,
    frozen_at            timestamptz,
    constraint pk_survey primary key (id),
    constraint uq_survey unique (certification_number, year, wave),
    constraint ck_survey_wave check (wave in ('P6M', 'P24M')),
    constraint ck_survey_state check (state in ('RUNNING', 'FROZEN')),
    constraint ck_survey_frozen check ((state = 'FROZEN') = (rates is not null) and (state = 'FROZEN') = (frozen_at is not null))
);

-- Gone once the rates are frozen: what stays of an answer is a number.
create table survey_respondent (
    id           uuid    not null,
    survey_id    uuid    not null,
    candidate_id uuid    not null,
    award_number text    not null,
    due_on       date    not null,
    situation    text,
    answered_on  date,
    reminders    integer not null default 0,
    version      integer not null default 0,
    constraint pk_survey_respondent primary key (id),
    constraint fk_survey_respondent_survey foreign key (survey_id) references survey (id),
    constraint fk_survey_respondent_award foreign key (award_number) references award (number)
        deferrable initially deferred,
    constraint uq_survey_respondent unique (survey_id, candidate_id),
    constraint ck_survey_respondent_answer check ((situation is null) = (answered_on is null)),
    constraint ck_survey_respondent_situation check (situation in (
        'TARGET_JOB', 'OTHER_JOB', 'SEEKING_WORK', 'NOT_SEEKING_WORK', 'FURTHER_STUDIES', 'WORK_STUDY_CONTRACT',
        'UNABLE_TO_WORK', 'WORKING_ABROAD'))
);
comment on table survey_respondent is 'Who is asked, by an id of this survey alone; withdrawn titles stay and do not count';
create index ix_survey_respondent_due on survey_respondent (survey_id, due_on, id);
create index ix_survey_respondent_candidate on survey_respondent (candidate_id);

-- Figures per certification and year of award --------------------------------------------------------------------------------

create table cohort (
    certification_number text    not null,
    year                 integer not null,
    state                text    not null default 'RUNNING',
    constraint pk_cohort primary key (certification_number, year),
    constraint ck_cohort_state check (state in ('RUNNING', 'FROZEN'))
);
comment on table cohort is 'A year in which a title was awarded; its row is the lock between awards, surveys and publication';
insert into cohort (certification_number, year)
select distinct certification_number, cast(extract(year from awarded_on) as integer) from award where kind = 'TITLE';

create table cohort_revision (
    certification_number text        not null,
    year                 integer     not null,
    revision             integer     not null,
    cause                text        not null,
    reason               text        not null,
    certified            integer     not null,
    certified_by_vae     integer     not null,
    rates                jsonb       not null,
    recorded_at          timestamptz not null,
    constraint pk_cohort_revision primary key (certification_number, year, revision),
    constraint fk_cohort_revision_cohort foreign key (certification_number, year)
        references cohort (certification_number, year),
    constraint ck_cohort_revision_cause check (cause in ('PUBLISHED', 'TITLES_CHANGED', 'SURVEY_FROZEN')),
    constraint ck_cohort_revision_first check ((revision = 0) = (cause = 'PUBLISHED'))
);

-- R128: what the register publishes, beside our own and never among it.
create table source_figure (
    certification_number     text    not null,
    year                     integer not null,
    certified                integer,
    certified_by_vae         integer,
    employment_rate_6_months integer,
    target_job_rate_6_months integer,
    target_job_rate_2_years  integer,
    constraint pk_source_figure primary key (certification_number, year)
);

-- What is published and what is final stays ----------------------------------------------------------------------------------

create trigger cohort_revision_stays before update or delete on cohort_revision
    for each row execute function refuse_change();
create trigger cohort_revision_stays_whole before truncate on cohort_revision
    for each statement execute function refuse_change();
create trigger cohort_stays before update or delete on cohort
    for each row when (old.state = 'FROZEN') execute function refuse_change();
create trigger survey_stays before update or delete on survey
    for each row when (old.state = 'FROZEN') execute function refuse_change();
