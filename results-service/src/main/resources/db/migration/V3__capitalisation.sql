-- What is recorded stays ---------------------------------------------------------------------------------------------

create function refuse_change() returns trigger language plpgsql as $$
begin
    -- Retention ends some data: the purge says so for its own transaction.
    if tg_op = 'DELETE' and current_setting('parchemin.purge', true) = 'on' then
        return old;
    end if;
    raise exception '% on % is refused: what is recorded there stays', tg_op, tg_table_name using errcode = '23001';
end $$;

create trigger finding_stays before update or delete on finding for each row execute function refuse_change();
create trigger finding_stays_whole before truncate on finding for each statement execute function refuse_change();
create trigger signature_stays before update or delete on signature for each row execute function refuse_change();
create trigger signature_stays_whole before truncate on signature for each statement execute function refuse_change();

-- Records: rectifying ones, and the chain of those that are signed ---------------------------------------------------

alter table session_record drop constraint uq_session_record_session;
alter table session_record drop constraint ck_session_record_state;
alter table session_record
    add column corrects          uuid,
    add column correction_reason text,
    add column rectified_at      timestamptz,
    add column signed_at         timestamptz,
    add column chain_position    bigint,
    add column previous_hash     text,
    add column chain_hash        text,
    add constraint fk_session_record_corrects foreign key (corrects) references session_record (id),
    add constraint uq_session_record_corrects unique (corrects),
    add constraint uq_session_record_chain_position unique (chain_position),
    add constraint ck_session_record_correction check ((corrects is null) = (correction_reason is null)),
    add constraint ck_session_record_chain check ((chain_position is null) = (chain_hash is null)),
    add constraint ck_session_record_state
        check (state in ('DRAFT', 'SIGNED', 'SUBMITTED', 'RETURNED', 'VALIDATED', 'NOTIFIED', 'RECTIFIED'));
create unique index uq_session_record_session on session_record (session_id) where corrects is null;
create index ix_session_record_session on session_record (session_id);

create function protect_record() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        if old.fingerprint is not null then
            raise exception 'record % is signed and stays', old.id using errcode = '23001';
        end if;
        return old;
    end if;
    if old.fingerprint is not null
       and row (new.id, new.session_id, new.drafted_at, new.content, new.fingerprint, new.corrects, new.correction_reason)
           is distinct from
           row (old.id, old.session_id, old.drafted_at, old.content, old.fingerprint, old.corrects, old.correction_reason)
    then
        raise exception 'record % is signed: what it says stays', old.id using errcode = '23001';
    end if;
    if old.chain_hash is not null
       and row (new.signed_at, new.chain_position, new.previous_hash, new.chain_hash)
           is distinct from row (old.signed_at, old.chain_position, old.previous_hash, old.chain_hash)
    then
        raise exception 'record % has its place in the chain', old.id using errcode = '23001';
    end if;
    if old.order_number is not null
       and row (new.order_number, new.validated_at) is distinct from row (old.order_number, old.validated_at)
    then
        raise exception 'record % keeps its order number', old.id using errcode = '23001';
    end if;
    return new;
end $$;
create trigger session_record_stays before update or delete on session_record
    for each row execute function protect_record();
create trigger session_record_stays_whole before truncate on session_record
    for each statement execute function refuse_change();

create function protect_decision() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and current_setting('parchemin.purge', true) = 'on' then
        return old;
    end if;
    if exists (select 1 from session_record
               where id = coalesce(new.record_id, old.record_id) and fingerprint is not null) then
        raise exception 'a decision of a signed record stays' using errcode = '23001';
    end if;
    return coalesce(new, old);
end $$;
create trigger decision_stays before insert or update or delete on decision
    for each row execute function protect_decision();

create table chain_head (
    name     text   not null,
    position bigint not null,
    hash     text   not null,
    constraint pk_chain_head primary key (name),
    constraint ck_chain_head_name check (name in ('RECORD', 'ACCESS', 'CHANGE'))
);
comment on table chain_head is 'Last link of each chain of hashes; whoever adds one holds its row';
insert into chain_head (name, position, hash)
    select name, 0, repeat('0', 64) from unnest(array['RECORD', 'ACCESS', 'CHANGE']) as name;

-- Annulled sessions --------------------------------------------------------------------------------------------------

alter table exam_session
    add column annulled_on         date,
    add column annulment_reference text,
    add column annulment_reason    text;

-- Results that are replaced or void ----------------------------------------------------------------------------------

alter table published_result drop constraint pk_published_result;
alter table published_result
    add column updated_at  timestamptz,
    add column superseded  boolean not null default false,
    add column annulled_on date,
    add constraint pk_published_result primary key (record_id, enrolment_id);
update published_result set updated_at = notified_at;
drop index ix_published_result_notified;
create index ix_published_result_updated on published_result (updated_at, enrolment_id) where not superseded;
create index ix_published_result_enrolment on published_result (enrolment_id);
create index ix_published_result_session on published_result (session_id);

-- What candidates obtained, and what undid it: facts, never changed --------------------------------------------------

create table acquisition (
    id                      uuid    not null,
    candidate_id            uuid    not null,
    identity_version        integer not null,
    certification_number    text    not null,
    plan_version            integer not null,
    title                   text    not null,
    kind                    text    not null,
    code                    text,
    label                   text    not null,
    obtained_by             text,
    rests_on                jsonb   not null,
    route                   text    not null,
    session_id              uuid    not null,
    record_id               uuid    not null,
    enrolment_id            uuid    not null,
    centre_siret            text    not null,
    training_provider_siret text,
    entered_by_siret        text,
    obtained_on             date    not null,
    constraint pk_acquisition primary key (id),
    constraint ck_acquisition_kind check (kind in ('BLOCK', 'TITLE', 'CCS')),
    constraint ck_acquisition_code check ((kind = 'TITLE') = (code is null))
);
comment on table acquisition is 'What a validated record gave a candidate; what undoes it is a row of voiding';
create unique index uq_acquisition on acquisition (record_id, enrolment_id, kind, coalesce(code, ''));
create index ix_acquisition_candidate on acquisition (candidate_id);
create index ix_acquisition_session on acquisition (session_id);
create index ix_acquisition_code on acquisition (code, candidate_id);
create trigger acquisition_stays before update or delete on acquisition for each row execute function refuse_change();

create table voiding (
    id         uuid        not null,
    scope      text        not null,
    target     uuid        not null,
    cause      text        not null,
    reason     text        not null,
    decided_on date        not null,
    recorded_at timestamptz not null,
    recorded_by text       not null,
    constraint pk_voiding primary key (id),
    constraint ck_voiding_scope check (scope in ('GAIN', 'RECORD', 'SESSION', 'EQUIVALENCE', 'CORRESPONDENCE')),
    constraint ck_voiding_cause check (cause in ('WITHDRAWN', 'RECTIFIED', 'ANNULLED', 'REVOKED')),
    constraint uq_voiding_target unique (scope, target)
);
comment on table voiding is 'Why something obtained or decided no longer counts';
create index ix_voiding_target on voiding (target);
create trigger voiding_stays before update or delete on voiding for each row execute function refuse_change();

create table equivalence (
    id                   uuid        not null,
    candidate_id         uuid        not null,
    certification_number text        not null,
    blocks               jsonb       not null,
    reference            text        not null,
    reason               text        not null,
    decided_on           date        not null,
    recorded_at          timestamptz not null,
    recorded_by          text        not null,
    constraint pk_equivalence primary key (id),
    constraint uq_equivalence_reference unique (reference, candidate_id, certification_number)
);
comment on table equivalence is 'Decisions of the authority (R13) that a candidate holds blocks, or with none named the whole title';
create index ix_equivalence_candidate on equivalence (candidate_id);
create trigger equivalence_stays before update or delete on equivalence for each row execute function refuse_change();

create table correspondence (
    id          uuid        not null,
    from_number text        not null,
    from_blocks jsonb       not null,
    to_number   text        not null,
    to_blocks   jsonb       not null,
    reference   text        not null,
    reason      text        not null,
    decided_on  date        not null,
    recorded_at timestamptz not null,
    recorded_by text        not null,
    constraint pk_correspondence primary key (id)
);
comment on table correspondence is 'Rows block to block between two versions of a title (R11), n to m; none named means all';
create index ix_correspondence_from on correspondence (from_number);
create trigger correspondence_stays before update or delete on correspondence
    for each row execute function refuse_change();

create table recognition (
    id                   uuid        not null,
    candidate_id         uuid        not null,
    certification_number text        not null,
    block_code           text        not null,
    correspondence_id    uuid        not null,
    from_blocks          jsonb       not null,
    recognised_on        date        not null,
    reason               text        not null,
    ended_on             date,
    end_reason           text,
    constraint pk_recognition primary key (id)
);
comment on table recognition is 'Blocks that count by a correspondence, since when and why: computed, kept so that a change can be told';
create unique index uq_recognition_in_force on recognition (candidate_id, certification_number, block_code)
    where ended_on is null;
create index ix_recognition_candidate on recognition (candidate_id);

create table booklet_task (
    id         uuid        not null,
    reason     text        not null,
    codes      jsonb       not null,
    after      uuid,
    done       bigint      not null default 0,
    changed    bigint      not null default 0,
    created_at timestamptz not null,
    ended_at   timestamptz,
    constraint pk_booklet_task primary key (id)
);
comment on table booklet_task is 'Booklets to be computed again because a correspondence changed; page by page';

-- What results keep of every title, examined here or not -------------------------------------------------------------

create table certification_sheet (
    number               text    not null,
    title                text    not null,
    registration_ends_on date,
    last_delivery_on     date,
    blocks               jsonb   not null,
    predecessors         jsonb   not null,
    successors           jsonb   not null,
    correspondences      jsonb   not null,
    constraint pk_certification_sheet primary key (number)
);
insert into certification_sheet (number, title, blocks, predecessors, successors, correspondences)
    select distinct on (number) number, title, blocks, '[]', '[]', '[]'
    from certification_version order by number, plan_version desc;

-- Awards follow from the facts ---------------------------------------------------------------------------------------

alter table award drop constraint ck_award_kind;
alter table award drop constraint ck_award_block;
alter table award
    alter column session_id drop not null,
    alter column record_id drop not null,
    alter column enrolment_id drop not null,
    alter column centre_siret drop not null,
    add column acquisition_id   uuid,
    add column withdrawal_cause text,
    add constraint ck_award_kind check (kind in ('BLOCK', 'TITLE', 'CCS')),
    add constraint ck_award_block check ((kind = 'TITLE') = (block_code is null));
create unique index uq_award_complement_in_force on award (candidate_id, certification_number, block_code)
    where kind = 'CCS' and withdrawn_on is null;
create index ix_award_candidate on award (candidate_id);
create index ix_award_record on award (record_id);

insert into acquisition (id, candidate_id, identity_version, certification_number, plan_version, title, kind, code, label,
                         obtained_by, rests_on, route, session_id, record_id, enrolment_id, centre_siret,
                         training_provider_siret, entered_by_siret, obtained_on)
    select gen_random_uuid(), a.candidate_id, a.identity_version, a.certification_number, s.plan_version, a.title, a.kind,
           a.block_code, a.label, a.obtained_by,
           case when a.kind = 'TITLE'
                then (select coalesce(jsonb_agg(b.block_code), '[]') from award b
                      where b.candidate_id = a.candidate_id and b.certification_number = a.certification_number
                        and b.kind = 'BLOCK' and b.withdrawn_on is null)
                else '[]' end,
           a.route, a.session_id, a.record_id, a.enrolment_id, a.centre_siret, a.training_provider_siret,
           a.entered_by_siret, a.awarded_on
    from award a join exam_session s on s.id = a.session_id;
update award a set acquisition_id = q.id from acquisition q
    where q.record_id = a.record_id and q.enrolment_id = a.enrolment_id and q.kind = a.kind
      and q.code is not distinct from a.block_code;
insert into voiding (id, scope, target, cause, reason, decided_on, recorded_at, recorded_by)
    select gen_random_uuid(), 'GAIN', acquisition_id, 'WITHDRAWN', coalesce(withdrawal_reason, ''), withdrawn_on, now(),
           'migration'
    from award where withdrawn_on is not null and acquisition_id is not null;

-- Who read and changed what ------------------------------------------------------------------------------------------

create table audit_entry (
    id            bigint generated always as identity,
    chain         text        not null,
    at            timestamptz not null,
    actor         text        not null,
    client        text        not null,
    action        text        not null,
    subject_type  text        not null,
    subject_id    text        not null,
    reason        text,
    details       text        not null,
    position      bigint,
    previous_hash text,
    hash          text,
    constraint pk_audit_entry primary key (id),
    constraint uq_audit_entry_position unique (chain, position),
    constraint ck_audit_entry_chain check (chain in ('ACCESS', 'CHANGE')),
    constraint ck_audit_entry_sealed check ((position is null) = (hash is null))
);
comment on table audit_entry is 'Every read of identity or results and every change; sealed into a chain of hashes soon after';
create index ix_audit_entry_unsealed on audit_entry (chain, id) where position is null;
create index ix_audit_entry_subject on audit_entry (subject_id, id);
create index ix_audit_entry_actor on audit_entry (actor, id);

create function protect_audit() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        if old.chain = 'ACCESS' and current_setting('parchemin.purge', true) = 'on' then
            return old;
        end if;
    elsif old.hash is null
       and row (new.id, new.chain, new.at, new.actor, new.client, new.action, new.subject_type, new.subject_id, new.reason,
                new.details)
           is not distinct from
           row (old.id, old.chain, old.at, old.actor, old.client, old.action, old.subject_type, old.subject_id, old.reason,
                old.details)
    then
        return new;
    end if;
    raise exception '% on audit_entry is refused: the trail only grows', tg_op using errcode = '23001';
end $$;
create trigger audit_entry_stays before update or delete on audit_entry for each row execute function protect_audit();
create trigger audit_entry_stays_whole before truncate on audit_entry for each statement execute function refuse_change();

create table audit_origin (
    chain    text   not null,
    position bigint not null,
    hash     text   not null,
    constraint pk_audit_origin primary key (chain)
);
comment on table audit_origin is 'Where a chain begins after its oldest entries were purged';

-- Corrections of a frozen identity (R123) ----------------------------------------------------------------------------

create table identity_correction (
    id             uuid        not null,
    candidate_id   uuid        not null,
    former_version integer     not null,
    version        integer     not null,
    reason         text        not null,
    document       text        not null,
    decided_on     date        not null,
    recorded_at    timestamptz not null,
    recorded_by    text        not null,
    constraint pk_identity_correction primary key (id),
    constraint fk_identity_correction_former foreign key (candidate_id, former_version)
        references person_identity (candidate_id, version),
    constraint fk_identity_correction_new foreign key (candidate_id, version)
        references person_identity (candidate_id, version)
);
create index ix_identity_correction_candidate on identity_correction (candidate_id);
create trigger identity_correction_stays before update or delete on identity_correction
    for each row execute function refuse_change();

create table legal_hold (
    session_id uuid        not null,
    reason     text        not null,
    until      date        not null,
    set_at     timestamptz not null,
    set_by     text        not null,
    constraint pk_legal_hold primary key (session_id)
);
comment on table legal_hold is 'Sessions whose data no purge touches before a day';
