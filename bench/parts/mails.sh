# Mails: how fast confirmations leave, and that a mail server which hangs costs no sign-on: sourced by bin/bench.

mails() {
  start_sink
  local sign
  for ((i = 1; i <= rounds; i++)); do
    import --data "$folder/mails-$i"
    serve mails --data "$folder/mails-$i"
    sign="$campaign/letters/$(first_letter "http://${addresses[mails]}")/signatures"
    "$programs/broadside-steady" "${addresses[mails]}" 6000 2 sign "$sign" >"$folder/steady"
    leave "mails"
    end mails
    rm -rf "$folder/mails-$i"
  done
  hanging
}

# How many a second leave from when the last sign-on was thanked until all have left.
leave() {
  local before after from to
  from=$(date +%s%N)
  before=$(figure_of mails 'broadside_mails_total{fate="sent"}')
  await 120 all_left || stop "the mails did not leave; see $folder/log"
  after=$(figure_of mails 'broadside_mails_total{fate="sent"}') to=$(date +%s%N)
  note "$1" "$(((after - before) * 1000000000 / (to - from)))"
}

# Twelve thousand signed on; each gets a mail.
all_left() { [ "$(figure_of mails 'broadside_mails_total{fate="sent"}')" -ge 12000 ]; }

# The same load with a mail server that takes every mail, and with one that greets and then says nothing.
hanging() {
  import --data "$folder/taken"
  import --data "$folder/hung"
  serve taken --data "$folder/taken"
  silent_port=$(spare_port)
  /usr/bin/python3 "$root/crates/mailer/tests/smtp_server.py" --mode hang --mails "$folder/none" --port "$silent_port" \
    >/dev/null &
  silent=$!
  BROADSIDE_SMTP_URL=smtp://127.0.0.1:$silent_port serve hung --data "$folder/hung"
  local sign="$campaign/letters/$(first_letter "http://${addresses[taken]}")/signatures"
  for ((i = 1; i <= rounds; i++)); do
    load taken sign.lua "$sign" "sign-ons taken"
    load hung sign.lua "$sign" "sign-ons hung"
  done
  end taken
  end hung
  kill "$silent" 2>/dev/null || true
  silent=
}
