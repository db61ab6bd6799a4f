-- R122: an identity that an exam froze, or that an award prints, is neither changed nor deleted. A correction is a version of its own.
create function protect_identity() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE'
       and not exists (select 1 from enrolment e
                       where e.candidate_id = old.candidate_id and e.identity_version = old.version)
       and not exists (select 1 from award a
                       where a.candidate_id = old.candidate_id and a.identity_version = old.version)
    then
        return old;
    end if;
    raise exception '% on person_identity is refused: version % is frozen', tg_op, old.version using errcode = '23001';
end $$;
create trigger person_identity_stays before update or delete on person_identity
    for each row execute function protect_identity();
