create table sample_note (
    id      uuid    not null,
    name    text    not null,
    text    text    not null,
    version integer not null,
    constraint pk_sample_note primary key (id),
    constraint uq_sample_note_name unique (name)
);

-- One row for each effect, in the order in which effects were committed.
create table sample_effect (
    id       bigint generated always as identity,
    event_id text not null,
    key      text not null,
    text     text not null,
    constraint pk_sample_effect primary key (id)
);
