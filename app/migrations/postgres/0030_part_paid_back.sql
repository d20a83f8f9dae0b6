-- What was paid back of a payment while the rest of it stands, in smallest units: the provider or a bank did so.
alter table pledge add column returned bigint not null default 0;
