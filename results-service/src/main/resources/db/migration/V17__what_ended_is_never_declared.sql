-- A deletion that did not pass the checks was set aside like a new declaration, and could then be declared again.
update declaration set state = 'DELETION_READY', faults = '[]', version = version + 1
where ended_on is not null and state in ('READY', 'SET_ASIDE');
alter table declaration add constraint ck_declaration_ended
    check (ended_on is null or state not in ('PENDING', 'READY', 'SET_ASIDE', 'REJECTED'));
