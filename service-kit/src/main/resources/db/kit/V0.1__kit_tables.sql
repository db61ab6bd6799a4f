-- Technical tables that every service has. They hold nothing for longer than it takes to be safe.

create table outbox (
    id          bigint generated always as identity,
    event_id    uuid        not null,
    topic       text        not null,
    key         text        not null,
    type        text        not null,
    subject     text        not null,
    time        timestamptz not null,
    traceparent text,
    data        bytea,
    constraint pk_outbox primary key (id),
    constraint uq_outbox_event_id unique (event_id)
);
comment on table outbox is 'Events accepted and not yet acknowledged by the broker, in the order they must leave';

create table outbox_lease (
    name   text        not null,
    holder uuid        not null,
    until  timestamptz not null,
    constraint pk_outbox_lease primary key (name)
);
comment on table outbox_lease is 'Which process sends the outbox; one row';

create table inbox (
    consumer    text        not null,
    event_id    text        not null,
    received_at timestamptz not null default now(),
    constraint pk_inbox primary key (consumer, event_id)
);
create index ix_inbox_received_at on inbox (received_at);
comment on table inbox is 'Events whose effect is in this database';

create table inbox_parked (
    id          bigint generated always as identity,
    consumer    text        not null,
    event_id    text        not null,
    topic       text        not null,
    key         text        not null,
    headers     jsonb       not null,
    data        bytea,
    state       text        not null,
    reason      text        not null,
    attempts    integer     not null default 0,
    parked_at   timestamptz not null default now(),
    constraint pk_inbox_parked primary key (id),
    constraint uq_inbox_parked_event unique (consumer, event_id),
    constraint ck_inbox_parked_state check (state in ('WAITING', 'DEAD'))
);
create index ix_inbox_parked_key on inbox_parked (consumer, key) where state = 'WAITING';
comment on table inbox_parked is 'Events that wait for something not seen yet (WAITING), or that nobody could handle (DEAD)';

create table idempotency (
    client      text        not null,
    key         text        not null,
    fingerprint text        not null,
    answer      jsonb,
    created_at  timestamptz not null default now(),
    constraint pk_idempotency primary key (client, key)
);
create index ix_idempotency_created_at on idempotency (created_at);
comment on table idempotency is 'Answers already given under an Idempotency-Key';
