-- Whether an event takes names no more: a private link that was mailed before takes no place then.
alter table event_slot add column is_closed boolean not null default false;

-- When a letting in was taken back last, so that of what comes in late from several phones the newest stands.
alter table rsvp add column undone_at bigint;
