-- What is said of a reply that came behind a private link: at which domain the address was that the link was mailed to,
-- when, and in which language the question was. Nothing of it is known of replies that came before.
alter table statement add column link_domain text;
alter table statement add column link_sent_at bigint;
alter table statement add column asked_language text not null default '';
-- When the organisers ended a link before its time.
alter table statement_link add column ended_at bigint;
-- How many links a campaign sent in a day.
drop index statement_link_by_campaign;
create index statement_link_by_campaign on statement_link (campaign_id, created_at);
