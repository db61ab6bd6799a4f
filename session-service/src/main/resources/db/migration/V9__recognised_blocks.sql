-- R121: an outcome is void with its session.

alter table earlier_outcome
    add column annulled_on date;
comment on column earlier_outcome.annulled_on is 'Day on which it was told to be void; null while it counts';

-- R11, R13: a block counts without an examination of it.

create table recognised_block (
    candidate_id         uuid not null,
    certification_number text not null,
    block_code           text not null,
    recognised_on        date not null,
    ended_on             date,
    constraint pk_recognised_block primary key (candidate_id, certification_number, block_code)
);
comment on table recognised_block is 'Blocks that count by a correspondence or an equivalence, told by the results service';
