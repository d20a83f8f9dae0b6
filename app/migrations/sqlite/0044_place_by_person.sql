-- Which names stand at a mailbox is asked of its person, whose number is given in order: one random place less to write at
-- for every confirmation. An address belongs to one person of a group, so the rule is the same.
drop index signature_place;
create unique index signature_place on signature (letter_id, person_id, place) where state <> 'withdrawn';
