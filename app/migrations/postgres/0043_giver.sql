-- The first pledge of whoever gave; nothing where no other is known. People are counted by it, also when nothing else tells
-- whose they are.
alter table pledge add column giver bigint;
update pledge set giver = (select min(q.id) from pledge q where q.fundraiser_id = pledge.fundraiser_id
  and q.address_key = pledge.address_key) where length(address_key) > 0;
update pledge set giver = (select min(q.id) from pledge q where q.recurrence_id = pledge.recurrence_id)
  where giver is null and recurrence_id is not null;
