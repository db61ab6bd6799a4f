-- A file of 200,000 holders changes 200,000 rows. What a file changes of them stands in no index, and the pages keep room for
-- the new version of each: they are changed in place, at a quarter of the cost.
drop index ix_declaration_next;
drop index ix_declaration_due;
drop index ix_declaration_flux;
alter table declaration set (fillfactor = 50);
-- The same for all states between an award and the answer to it, so that only the answer touches an index.
alter table declaration
    add column unsettled boolean not null
        generated always as (state not in ('ACCEPTED', 'WAIVED', 'DROPPED', 'DELETED')) stored;
create index ix_declaration_next on declaration (certification_number, awarded_on, id) where unsettled;
create index ix_declaration_due on declaration (due_on, id) where unsettled;

-- Whoever adds passages holds the row of their file, and no file is ever deleted: the look at it for each of them told nothing.
alter table declaration_passage drop constraint fk_declaration_passage_flux;
