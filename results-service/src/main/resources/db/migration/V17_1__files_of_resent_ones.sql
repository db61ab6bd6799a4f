-- A file of those alone that are sent again after a rejection (D5).
alter table declaration_flux add column resent_only boolean not null default false;
