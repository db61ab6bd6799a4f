create view data_quality (kind, number, other, detail) as
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
-- What the last whole file of each register had in it.
select kind, coalesce(number, ''), '', reason from import_finding
where import_id in (
    select distinct on (registers) id from import_job
    where state = 'DONE' and not dry_run order by registers, export_date desc, ended_at desc);
comment on view data_quality is 'What is odd in the registers as they were published, for anyone to see';
