-- Sheets are answered from memory. How many rows there are here tells, for a few microseconds, whether anything has changed
-- since. A row of its own for each transaction: a counter in one row would make all of them wait for each other.
create table catalogue_change (
    transaction_id xid8        not null default pg_current_xact_id(),
    began_at       timestamptz not null default transaction_timestamp(),
    constraint pk_catalogue_change primary key (transaction_id, began_at)
);
comment on table catalogue_change is 'One row per transaction that changed what a sheet shows; never deleted, some hundreds a year';

create function note_catalogue_change() returns trigger language plpgsql as $$
begin
    insert into catalogue_change default values on conflict do nothing;
    return null;
end $$;
create trigger tg_certification_noted after insert or update or delete on certification
    for each statement execute function note_catalogue_change();
create trigger tg_competence_noted after insert or update or delete on competence
    for each statement execute function note_catalogue_change();
