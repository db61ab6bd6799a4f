-- Typos are forgiven by trigrams. A trusted extension: the owner of the database may create it.
create extension if not exists pg_trgm;

-- Slashes and the like part words: PostgreSQL would take "soudeur/soudeuse" for the name of a file and "<TIG>" for a tag. The columns have no accents
-- any more, and the stems of a search have none either, so they meet.
alter table certification add column search_vector tsvector not null generated always as (
    setweight(to_tsvector('french', translate(search_text, '/.-_:@&<>=', '          ')), 'A')
    || setweight(to_tsvector('french', translate(search_details, '/.-_:@&<>=', '          ')), 'B')) stored;
create index ix_certification_search_vector on certification using gin (search_vector);
create index ix_certification_search_text on certification using gin (search_text gin_trgm_ops);

drop index ix_certification_registration_ends_on;
create index ix_certification_registration_ends_on
    on certification (coalesce(registration_ends_on, date '9999-12-31'), number);
create index ix_certification_type on certification (type, number);
create index ix_certification_level on certification (level, number);

-- Who keeps a copy asks for what changed since the last change seen. The instant is therefore the one of the writing itself,
-- never one taken long before: no row can come later with an instant from before its transaction began.
create function stamp_certification() returns trigger language plpgsql as $$
begin
    perform pg_current_xact_id();
    new.updated_at := clock_timestamp();
    return new;
end $$;
create trigger tg_certification_created before insert on certification
    for each row execute function stamp_certification();
create trigger tg_certification_updated before update on certification
    for each row when (old.updated_at is distinct from new.updated_at) execute function stamp_certification();
