-- Which asking a "send it again" mail answers: its letter and language. What it lists is gathered when
-- it is written.

alter table mail add column link_request_id bigint;
