-- Which mails are sent before others: what somebody waits for is 0, what tells of what stands is 1.
alter table mail add column rank bigint not null default 0;
-- Each campaign's line of mails that wait, in the order in which they go.
create index mail_in_line on mail (campaign_id, rank, next_attempt_at) where state = 'waiting';
