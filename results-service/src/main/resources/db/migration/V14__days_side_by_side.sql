-- A level has the days to the award side by side in one row, no longer a row for each of them; and there are levels by centre. ---

alter table statistics_cube rename to statistics_cube_by_days;
alter table statistics_cube_by_days rename constraint pk_statistics_cube to pk_statistics_cube_by_days;

create table statistics_cube (like statistics_cube_by_days);
alter table statistics_cube drop column days;
alter table statistics_cube
    add column centre_siret text      not null,
    add column days         integer[] not null,
    add column shown_days   integer[] not null;
comment on table statistics_cube is 'Sums of statistics_session for every set of criteria that is asked for often; what a level does not break down is empty or 0';
comment on column statistics_cube.days is 'Pairs, by days from the last day of the session to the award: {{days, admitted}, …}';
comment on column statistics_cube.shown_days is 'The same as an analyst sees it: {{days, shown_admitted}, …}';

create function added_days(a integer[], b integer[]) returns integer[] language sql immutable parallel safe as $$
    select case when b = '{}' then a else (
        select coalesce(array_agg(array[day, many] order by day), '{}')
        from (select day, sum(many)::integer as many
              from (select a[i][1] as day, a[i][2] as many from generate_subscripts(a, 1) as i
                    union all
                    select b[i][1], b[i][2] from generate_subscripts(b, 1) as i) as both_sides
              group by day having sum(many) <> 0) as added) end
$$;

insert into statistics_cube (level, certification_number, block_code, year, month, route, region, centre_siret, session_type,
                             admitted, partial, failed, absent, excluded,
                             shown_admitted, shown_partial, shown_failed, shown_absent, shown_excluded, days, shown_days)
    select level, certification_number, block_code, year, month, route, region, centre_siret, session_type,
           sum(admitted), sum(partial), sum(failed), sum(absent), sum(excluded),
           sum(shown_admitted), sum(shown_partial), sum(shown_failed), sum(shown_absent), sum(shown_excluded),
           coalesce(array_agg(array[days, admitted] order by days) filter (where days >= 0 and admitted <> 0), '{}'),
           coalesce(array_agg(array[days, shown_admitted] order by days) filter (where days >= 0 and shown_admitted <> 0), '{}')
    from (select level, certification_number, block_code, year, month, route, region, '' as centre_siret, session_type, days,
                 admitted, partial, failed, absent, excluded,
                 shown_admitted, shown_partial, shown_failed, shown_absent, shown_excluded
          from statistics_cube_by_days
          union all
          select 80 + 2 * (1 - grouping(year)) + 8 * (1 - grouping(route)), '', '', coalesce(year, 0), 0, coalesce(route, ''), region,
                 centre_siret, session_type, days,
                 sum(admitted)::integer, sum(partial)::integer, sum(failed)::integer, sum(absent)::integer, sum(excluded)::integer,
                 sum(shown_admitted)::integer, sum(shown_partial)::integer, sum(shown_failed)::integer, sum(shown_absent)::integer,
                 sum(shown_excluded)::integer
          from statistics_session where block_code = ''
          group by grouping sets ((session_type, days, region, centre_siret), (session_type, days, region, centre_siret, year),
                                  (session_type, days, region, centre_siret, route),
                                  (session_type, days, region, centre_siret, year, route))) as cell
    group by level, certification_number, block_code, year, month, route, region, centre_siret, session_type;

drop table statistics_cube_by_days;

alter table statistics_cube add constraint pk_statistics_cube
    primary key (level, certification_number, block_code, year, month, route, region, centre_siret, session_type);
create index ix_statistics_cube_year on statistics_cube (level, year, month);
create index ix_statistics_cube_region on statistics_cube (level, region, route);
create index ix_statistics_cube_route on statistics_cube (level, route);
create index ix_statistics_cube_centre on statistics_cube (level, centre_siret) where level >= 64;

-- No level of competences has year, route and region at once.
drop index ix_statistics_competence_region;
create index ix_statistics_competence_region on statistics_competence (region, year, route);
