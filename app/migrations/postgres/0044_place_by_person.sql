-- Which names stand at a mailbox is asked of its person, whose number is given in order: one random place less to write at
-- for every confirmation. An address belongs to one person of a group, so the rule is the same.
drop index signature_place;
create unique index signature_place on signature (letter_id, person_id, place) where state <> 'withdrawn';

-- Nothing deletes a group, a campaign or a letter. To see that they are still there, every row that is appended would lock
-- the same three of them.
alter table person drop constraint person_group_id_fkey;
alter table signature drop constraint signature_group_id_fkey;
alter table signature drop constraint signature_campaign_id_fkey;
alter table signature drop constraint signature_letter_id_fkey;
alter table consent drop constraint consent_group_id_fkey;
alter table consent drop constraint consent_campaign_id_fkey;
alter table log_entry drop constraint log_entry_letter_id_fkey;
alter table log_entry drop constraint log_entry_group_id_fkey;
