-- A register comes in by COPY, and COPY writes many rows at once only when no row has a trigger before it and no column needs a
-- default that is worked out anew. A new row gets the instant of its writing by this default when it comes alone; who brings many
-- asks for the instant and writes it. The transaction has its number before, as in V3: whoever reads changes waits for it.
create function moment_of_writing() returns timestamptz language plpgsql as $$
begin
    perform pg_current_xact_id();
    return clock_timestamp();
end $$;
alter table certification alter column updated_at set default moment_of_writing();
drop trigger tg_certification_created on certification;

create or replace function stamp_certification() returns trigger language plpgsql as $$
begin
    new.updated_at := moment_of_writing();
    return new;
end $$;

-- The words of both texts come parted by spaces from now on; what was recorded before is parted here.
update certification
set search_text = translate(search_text, '/.-_:@&<>=', '          '),
    search_details = translate(search_details, '/.-_:@&<>=', '          ');
alter table certification alter column search_vector set expression as (
    setweight(to_tsvector('french', search_text), 'A') || setweight(to_tsvector('french', search_details), 'B'));
comment on column certification.search_text is 'Number, title and acronym as words between spaces, without accents, in lower case';
comment on column certification.search_details is 'As search_text: the kind, the blocks, the occupations and themes, who certifies';
