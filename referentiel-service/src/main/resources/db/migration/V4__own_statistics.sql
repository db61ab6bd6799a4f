create table awarded_title (
    award_number         text    not null,
    certification_number text    not null,
    awarded_on           date    not null,
    route                text,
    withdrawn_on         date,
    constraint pk_awarded_title primary key (award_number)
);
comment on table awarded_title is 'Our copy of the titles awarded, for counting; it names nobody. No foreign key: an award may be told of before its sheet is here';
create index ix_awarded_title_certification on awarded_title (certification_number, awarded_on);
