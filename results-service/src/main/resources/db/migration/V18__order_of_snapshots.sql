-- Of two snapshots of a title the later one counts, in whatever order they come.
alter table certification_sheet
    add column sequence bigint not null default 0;
