-- Fundraisers: what was promised, as numbers, and how it ended; what they are stands in the campaign's definition. All
-- amounts are in smallest units of the fundraiser's currency, times are microseconds UTC.
create table fundraiser (
  id integer primary key autoincrement,
  group_id bigint not null references "group" (id),
  campaign_id bigint not null references campaign (id),
  -- Its slug in the definition.
  slug text not null,
  kind text not null check (kind in ('all-or-nothing', 'keep')),
  currency text not null,
  goal bigint not null,
  ends_at bigint not null,
  -- Days in which declined pledges can be paid in another way, and whether everybody gets back what they paid where
  -- less came in than the goal.
  grace_days bigint not null,
  gives_back boolean not null,
  -- 'met' and 'missed' are of all or nothing, 'over' of those that keep; 'gone' left the definition before it ended.
  state text not null check (state in ('open', 'met', 'missed', 'over', 'gone')),
  decided_at bigint,
  -- What was pledged or paid when it ended.
  decided_with bigint,
  -- When every pledge had come to an end, and whether what was paid is given back.
  settled_at bigint,
  is_given_back boolean not null,
  last_receipt bigint not null,
  -- Until when nobody can pay, since too many cards were declined.
  stopped_until bigint,
  created_at bigint not null,
  changed_at bigint not null,
  unique (campaign_id, slug)
);

-- Somebody promises money, or gives it.
create table pledge (
  id integer primary key autoincrement,
  group_id bigint not null references "group" (id),
  campaign_id bigint not null references campaign (id),
  fundraiser_id bigint not null references fundraiser (id),
  language text not null,
  address_key blob not null,
  email text not null,
  name text not null,
  -- On whose behalf, and in memory of whom; empty where of nobody.
  organisation text not null,
  memory text not null,
  -- For everybody to read; empty where there are none.
  words text not null,
  -- Since when the organisers keep the words off the page.
  words_hidden_at bigint,
  is_named boolean not null,
  is_amount_shown boolean not null,
  source text,
  -- All that is charged, and how much of it covers what the provider takes.
  amount bigint not null,
  fees bigint not null,
  -- What it pays for, by the order of pledges: an item's slug, and which of several, from one.
  item text,
  item_number bigint,
  state text not null check (state in ('begun', 'pledged', 'charging', 'declined', 'paid', 'lapsed', 'released',
    'cancelled', 'refunding', 'refunded', 'disputed')),
  provider text not null,
  -- What the provider calls its page, the payer, the way of paying and the payment.
  session text,
  payer text,
  method text,
  payment text,
  -- When the provider is asked next about its page, and how often it was.
  look_at bigint,
  looks bigint not null,
  -- How many charges were tried.
  charges bigint not null,
  grace_until bigint,
  receipt bigint,
  -- When the provider was last asked what became of the payment, and what did not agree.
  checked_at bigint,
  doubt text,
  created_at bigint not null,
  promised_at bigint,
  paid_at bigint,
  changed_at bigint not null
);
create index pledge_by_fundraiser on pledge (fundraiser_id, state, id);
create index pledge_by_state on pledge (state, id);
create index pledge_by_campaign on pledge (campaign_id, id);
create index pledge_by_address on pledge (address_key);
create index pledge_begun on pledge (created_at) where state = 'begun';
create index pledge_looked_at on pledge (look_at) where look_at is not null;
create index pledge_by_session on pledge (session) where session is not null;
create index pledge_unchecked on pledge (checked_at) where state in ('paid', 'disputed');
create index pledge_by_payment on pledge (payment) where payment is not null;
create unique index pledge_receipt on pledge (fundraiser_id, receipt) where receipt is not null;

-- What a provider is asked to do, written down before it is asked.
create table payment_call (
  id integer primary key autoincrement,
  group_id bigint not null references "group" (id),
  pledge_id bigint not null references pledge (id),
  deed text not null check (deed in ('session', 'charge', 'refund')),
  attempt bigint not null,
  -- By which the provider knows a repeated call.
  key text not null unique,
  amount bigint not null,
  -- Nothing while it is not known what came of it.
  outcome text check (outcome in ('done', 'declined', 'failed')),
  -- What the provider calls what came of it, or why nothing did.
  detail text,
  created_at bigint not null,
  finished_at bigint,
  unique (pledge_id, deed, attempt)
);
create index payment_call_open on payment_call (id) where finished_at is null;

-- That a provider said that something happened. What happened it is asked.
create table provider_event (
  provider text not null,
  event text not null,
  kind text not null,
  -- What it is about, as the provider calls it.
  subject text not null,
  received_at bigint not null,
  -- When it is to be asked about, and when it was.
  look_at bigint not null,
  looked_at bigint,
  primary key (provider, event)
);
create index provider_event_open on provider_event (provider, look_at) where looked_at is null;

-- The book of a fundraiser in double entry: entries are added and never changed.
create table ledger_entry (
  id integer primary key autoincrement,
  group_id bigint not null references "group" (id),
  fundraiser_id bigint not null references fundraiser (id),
  -- By which it is known: the same is told twice and counts once.
  key text not null,
  -- 2018-09-20.
  day text not null,
  pledge_id bigint references pledge (id),
  -- What the organisers say of it, to everybody: of an invoice, from whom and for what.
  words text not null,
  created_at bigint not null,
  unique (fundraiser_id, key)
);

create table ledger_line (
  entry_id bigint not null references ledger_entry (id),
  position bigint not null,
  group_id bigint not null references "group" (id),
  account text not null,
  minor bigint not null,
  primary key (entry_id, position)
);

-- The file of an invoice, for everybody to read.
create table ledger_file (
  entry_id bigint primary key references ledger_entry (id),
  group_id bigint not null references "group" (id),
  name text not null,
  bytes blob not null
);

-- What the practice provider holds: it is nobody's money, and stands here as it would stand at a provider's.
create table practice_session (
  id text primary key,
  key text not null unique,
  mode text not null check (mode in ('set-up', 'pay')),
  currency text not null,
  amount bigint not null,
  back text not null,
  state text not null check (state in ('open', 'done', 'left')),
  -- How the card behaves: 'works', 'declines'.
  card text,
  created_at bigint not null
);

create table practice_payment (
  id text primary key,
  key text not null unique,
  card text not null,
  amount bigint not null,
  fee bigint not null,
  is_declined boolean not null,
  refunded bigint not null,
  created_at bigint not null
);

-- Who of the organisers is told of what by mail, each once.
create table fundraiser_notice (
  id integer primary key autoincrement,
  group_id bigint not null references "group" (id),
  fundraiser_id bigint not null references fundraiser (id),
  account_id bigint not null references account (id),
  kind text not null check (kind in ('ended', 'settled', 'stopped')),
  created_at bigint not null
);
create index fundraiser_notice_by_account on fundraiser_notice (account_id);

-- Their mails join the queue.
alter table mail add column pledge_id bigint;
alter table mail add column fundraiser_notice_id bigint;
