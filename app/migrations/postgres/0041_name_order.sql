-- Confirmations write at as few random places of the indexes as can be: a new person's number comes in order, where the key
-- of an address does not, and says whose mailbox it is as well.
drop index signature_name;
create unique index signature_name on signature (letter_id, person_id, name_key) where state <> 'withdrawn';

-- Whether it is found by its name. On SQLite it is put there behind its confirmation.
alter table signature add column in_name_order boolean not null default true;
drop index signature_by_name;
create index signature_by_name on signature (campaign_id, name_key, id) where in_name_order;
create index signature_unordered on signature (campaign_id, id) where not in_name_order;
