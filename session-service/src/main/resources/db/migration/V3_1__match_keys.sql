-- What is compared is kept beside what it is made of: many people may have one name or one day of birth, and making the keys
-- again for each comparison costs more than all the rest.
alter table candidate_identity
    add column usage_key  text   generated always as (civil_key(usage_name)) stored,
    add column first_keys text[] generated always as (civil_keys(first_names)) stored,
    add column place_key  text   generated always as (civil_key(birth_place_label)) stored;
