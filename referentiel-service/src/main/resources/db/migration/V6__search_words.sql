-- The words of all titles, so that the nearest spelling is looked up among some ten thousand words and not made out of all titles
-- each time. A word that no title has any more stays: it only leads to nothing.
create table search_word (
    word text not null,
    constraint pk_search_word primary key (word)
);
comment on table search_word is 'Words that a misspelt one may have meant; without accents, in lower case';
create index ix_search_word_word on search_word using gin (word gin_trgm_ops);

create function note_search_words() returns trigger language plpgsql as $$
begin
    insert into search_word
    select distinct word from written, regexp_split_to_table(search_text, '[^[:alnum:]]+') as word
    where word ~ '^[[:alpha:]]{3,60}$' order by word
    on conflict do nothing;
    return null;
end $$;
create trigger tg_certification_words_created after insert on certification
    referencing new table as written for each statement execute function note_search_words();

create function note_changed_search_words() returns trigger language plpgsql as $$
begin
    insert into search_word
    select distinct word
    from written join replaced using (number), regexp_split_to_table(written.search_text, '[^[:alnum:]]+') as word
    where written.search_text <> replaced.search_text and word ~ '^[[:alpha:]]{3,60}$' order by word
    on conflict do nothing;
    return null;
end $$;
create trigger tg_certification_words_updated after update on certification
    referencing old table as replaced new table as written
    for each statement execute function note_changed_search_words();

insert into search_word
select distinct word from certification, regexp_split_to_table(search_text, '[^[:alnum:]]+') as word
where word ~ '^[[:alpha:]]{3,60}$';

drop index ix_certification_search_text;
