-- Clicks on posts, counted by day in the campaign's time zone: how many, and nothing of whom. A node
-- raises rows of its own, so that two never wait for each other.

create table click (
  campaign_id bigint not null references campaign (id),
  day text not null,
  post text not null,
  target text not null,
  network text not null,
  node text not null,
  group_id bigint not null references "group" (id),
  clicks bigint not null,
  primary key (campaign_id, day, post, target, network, node)
);
