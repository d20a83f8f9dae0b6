# Start to first answer, and memory at rest, each on an empty and on a full instance: sourced by bin/bench.

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
}

# A SQLite instance with a million signatures, made once.
fill_a_million() {
  [ ! -d "$folder/million" ] || return 0
  import --data "$folder/million"
  "$programs/broadside" bench fill --data "$folder/million" --signatures 1000000 >>"$folder/log"
}
