-- That a suspicion of fraud is in writing, for the record to mention (R115). What was seen stays with the centre (R135).
create table fraud_report (
    id           uuid        not null,
    enrolment_id uuid        not null,
    event_code   text,
    occurred_at  timestamptz not null,
    reported_at  timestamptz not null,
    constraint pk_fraud_report primary key (id)
);
create index ix_fraud_report_enrolment on fraud_report (enrolment_id);
