-- An approval may be ended before its last day, by another decision.

alter table centre_approval
    add column granted_to   date,
    add column end_decision text,
    add column end_reason   text,
    add constraint ck_centre_approval_ended check (
        (granted_to is null) = (end_decision is null) and (granted_to is null) = (end_reason is null)
        and (granted_to is null or granted_to > valid_to));
comment on column centre_approval.granted_to is 'Last day of the first decision, when another one ended it earlier; valid_to is the day that holds';
create index ix_centre_approval_valid_to on centre_approval (valid_to, id);
create index ix_juror_accreditation_valid_to on juror_accreditation (valid_to, id);
