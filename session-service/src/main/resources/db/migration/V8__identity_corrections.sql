-- R123: a correction after the examination is an act of the authority, with its reason and the document that proves it.

alter table candidate_identity
    add column reason   text,
    add column document text,
    add constraint ck_candidate_identity_act check ((reason is null) = (document is null));
comment on column candidate_identity.reason is 'Why the authority corrected it; null where its own organisation recorded it';
comment on column candidate_identity.document is 'The supporting document of that correction';
