-- R34: an approval may be for a complementary certificate (CCS) of the title.

alter table centre_approval
    add column complement_code text,
    drop constraint ex_centre_approval_overlap,
    add constraint ex_centre_approval_overlap exclude using gist (
        centre_id with =, site_id with =, certification_number with =, (coalesce(complement_code, '')) with =,
        daterange(valid_from, valid_to, '[]') with &&);
comment on column centre_approval.complement_code is 'The complementary certificate that it is for; null for the title and its blocks';
