-- The organisation that entered the candidate sees the outcome as well as the one that trained them.
alter table published_result add column entered_by_siret text;
alter table award add column entered_by_siret text;
create index ix_award_training_provider on award (training_provider_siret, number);
create index ix_award_entered_by on award (entered_by_siret, number);

-- R122: once a candidate was present, a later status no longer moves the identity that counts.
alter table enrolment add column was_present boolean not null default false;
update enrolment set was_present = true where attendance = 'PRESENT';
