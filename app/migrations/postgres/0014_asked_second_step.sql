-- Since when a group asks a second step of whoever works in it; nothing where it does not.

alter table "group" add column second_step_asked_at bigint;
