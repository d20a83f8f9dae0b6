# Start to first answer, and memory at rest, each on an empty and on a full instance, and at rest again after a load:
# sourced by bin/bench.

starts_and_memory() {
  import --data "$folder/empty"
  fill_a_million
  for instance in empty million; do
    for ((i = 0; i < rounds; i++)); do
      local port=$(spare_port)
      note "start $instance" "$("$programs/broadside-ready" "127.0.0.1:$port" $campaign \
        "$programs/broadside" serve --listen "127.0.0.1:$port" --data "$folder/$instance" 2>>"$folder/log")"
    done
    serve "$instance" --data "$folder/$instance"
    sleep 2
    note "memory $instance" "$(memory_of "$instance")"
    end "$instance"
  done
  start_sink
  for ((i = 1; i <= rounds; i++)); do at_rest_again; done
}

# Memory once many have signed, their mails have left, and what is held only for a while is given back.
at_rest_again() {
  local sign
  import --data "$folder/rested-$i"
  serve rested --data "$folder/rested-$i"
  sign="$campaign/letters/$(first_letter "http://${addresses[rested]}")/signatures"
  load rested sign.lua "$sign" "sign-ons before rest"
  await 120 no_mail_waits || stop "the mails did not leave; see $folder/log"
  sleep 30
  note "memory after sign-ons" "$(memory_of rested)"
  end rested
}

no_mail_waits() {
  [ "$(figure_of rested broadside_mails_waiting)" = 0 ] \
    && [ "$(figure_of rested 'broadside_mails_total{fate="sent"}')" -ge "$answered" ]
}

# A SQLite instance with a million signatures, made once.
fill_a_million() {
  [ ! -d "$folder/million" ] || return 0
  import --data "$folder/million"
  "$programs/broadside" bench fill --data "$folder/million" --signatures 1000000 >>"$folder/log"
}
