-- A sheet that comes in the same bytes again is not read, and so warns no more: what was odd in it is kept with it.
create table certification_warning (
    certification_number text    not null,
    feed                 text    not null,
    rank                 integer not null,
    reason               text    not null,
    constraint pk_certification_warning primary key (certification_number, feed, rank),
    constraint ck_certification_warning_feed check (feed in ('XML', 'CSV'))
);
comment on table certification_warning is 'Values of a sheet that look wrong and were kept as they came, since it was read last';
comment on column certification_warning.feed is 'The form of the feed that showed them: the CSV set says less than the XML, and takes back only what it said';

-- Of the sheets that are here already nobody has kept them, nor what stood within the items of a list with its item, nor the day on
-- which a certifier's state changed. A record whose bytes are those of the last file is not parsed again; without their digest each of
-- them is, once.
update certification set raw_hash = null;

create or replace view data_quality (kind, number, other, detail) as
with link (number, other, way) as (
    select number, unnest(successors), 'SUCCESSOR' from certification
    union all
    select number, unnest(predecessors), 'PREDECESSOR' from certification
)
select 'UNKNOWN_LINK', number, other, way
from link where not exists (select from certification c where c.number = link.other)
union all
select 'ONE_SIDED_LINK', link.number, link.other, way
from link join certification c on c.number = link.other
where not array[link.number] <@ case way when 'SUCCESSOR' then c.predecessors else c.successors end
union all
select 'LEFT_THE_REGISTER', number, '', missing_since::text from certification where missing_since is not null
union all
select 'ACTIVE_AFTER_ITS_END', number, '', registration_ends_on::text
from certification where active and registration_ends_on < (now() at time zone 'Europe/Paris')::date
union all
select 'WARNING', certification_number, '', reason from certification_warning
union all
-- What the last whole file of each register had in it that could not be taken.
select kind, coalesce(number, ''), '', reason from import_finding
where kind = 'REJECTED' and import_id in (
    select distinct on (registers) id from import_job
    where state = 'DONE' and not dry_run order by registers, export_date desc, ended_at desc);
