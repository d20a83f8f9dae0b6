-- The first pledge of whoever gave, where it is another: people are counted once, also when nothing else tells whose they are.
alter table pledge add column giver bigint;
update pledge set giver = (select min(q.id) from pledge q where q.fundraiser_id = pledge.fundraiser_id
  and (q.recurrence_id = pledge.recurrence_id or length(pledge.address_key) > 0 and q.address_key = pledge.address_key));
