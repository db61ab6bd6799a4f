-- Keys that sign credentials, and the place of each credential in a status list ---------------------------------------

create table issuer_key (
    id          text        not null,
    public_key  bytea       not null,
    private_key bytea,
    created_at  timestamptz not null,
    retired_at  timestamptz,
    revoked_at  timestamptz,
    constraint pk_issuer_key primary key (id),
    constraint ck_issuer_key_public check (octet_length(public_key) = 32),
    constraint ck_issuer_key_private check ((private_key is null) = (retired_at is not null)),
    constraint ck_issuer_key_revoked check (revoked_at is null or retired_at is not null)
);
create unique index uq_issuer_key_active on issuer_key ((true)) where retired_at is null;
comment on column issuer_key.private_key is 'Sealed with the secret of the configuration (AES-256-GCM); gone once the key is retired';

create table credential (
    award_number text        not null,
    id           uuid        not null,
    status_list  integer     not null,
    status_index integer     not null,
    issued_at    timestamptz not null,
    constraint pk_credential primary key (award_number),
    constraint fk_credential_award foreign key (award_number) references award (number),
    constraint uq_credential_id unique (id),
    constraint uq_credential_status unique (status_list, status_index),
    constraint ck_credential_status check (status_list > 0 and status_index between 0 and 131071)
);
comment on table credential is 'Where the credential of an award stands in a status list. The credential itself is made when it is asked for: nothing personal is kept a second time';
