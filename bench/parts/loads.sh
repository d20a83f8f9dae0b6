# Sign-ons and pages, as many as can be, and at a steady rate: sourced by bin/bench.

# The servers take turns; those whose turn it is not stand still. Pages come first: after confirmations names are put
# in order beside, and after sign-ons their mails leave, which nginx has not to do; what pages are then is a figure of
# its own.
pages() {
  # One turn differs from the next by a fifth of itself.
  for ((i = 1; i <= 3 * rounds; i++)); do
    load bare page.lua /page "pages bare"
    load nginx page.lua /page "pages nginx"
    load sqlite page.lua $campaign "pages sqlite"
    load sqlite page.lua $campaign/count.json "counts sqlite"
  done
}

sign_ons() {
  local engine
  for ((i = 1; i <= rounds; i++)); do
    load bare sign.lua /sign "sign-ons bare"
    load append-sqlite sign.lua /sign "sign-ons appended sqlite"
    load append-postgres sign.lua /sign "sign-ons appended postgres"
    load sqlite sign.lua "$sign" "sign-ons sqlite"
    load postgres sign.lua "$sign" "sign-ons postgres"
    load sqlite page.lua $campaign "pages beside mails"
    for engine in sqlite postgres; do quietly note "memory loaded $engine" "$(memory_of "$engine")"; done
  done
}

# load SERVER SCRIPT PATH FIGURE: leaves in `answered` how many requests were.
load() {
  local server=$1 script=$2 path=$3 figure=$4 per_second p99 failed
  read -r _ per_second p99 failed answered < <(alone "$server" wrk -t1 -c"$connections" -d"${seconds}s" \
    --timeout 10s --latency -s "$root/bench/$script" "http://${addresses[$server]}" -- "$path" | grep FIGURES)
  note "$figure" "$per_second"
  quietly note "p99 $figure" "$p99"
  [ "$failed" = 0 ] || stop "$figure: $failed requests failed; see $folder/log"
  case $figure in "sign-ons sqlite" | "sign-ons postgres") thanks "$server" "$answered" ;; esac
}

# thanks SERVER COUNT: so many were told that their sign-on is kept.
thanks() { thanked[$1]=$((${thanked[$1]:-0} + $2)); }

# Requests at a fixed rate, answered or not: sign-ons at half of what each engine can take, and pages while none
# and while two thousand sign-ons a second come in.
at_a_steady_rate() {
  local engine
  for ((i = 1; i <= rounds; i++)); do
    for engine in sqlite postgres; do
      disk_at_rest
      alone "$engine" steady "$engine" sign "$sign" $(($(median "sign-ons $engine") / 2)) "steady sign-ons $engine"
    done
    disk_at_rest
    alone sqlite steady sqlite get $campaign 2000 "steady pages quiet"
    alone sqlite pages_beside_sign_ons
  done
}

pages_beside_sign_ons() {
  "$programs/broadside-steady" "${addresses[sqlite]}" 2000 $((seconds + 2)) sign "$sign" >"$folder/beside" &
  beside=$!
  steady sqlite get $campaign 2000 "steady pages busy"
  wait "$beside"
  beside=
  told sqlite "$folder/beside" "sign-ons beside pages"
}

# steady SERVER get|sign PATH RATE FIGURE
steady() {
  "$programs/broadside-steady" "${addresses[$1]}" "$4" "$seconds" "$2" "$3" >"$folder/steady"
  told "$1" "$folder/steady" "$5"
}

# told SERVER FILE FIGURE: notes the 99th percentile; an answer that is missing or refused ends the run.
told() {
  local p99 answered refused failed
  read -r _ _ _ p99 _ answered refused failed <"$2"
  [ "$refused $failed" = "0 0" ] || stop "$3: $refused refused, $failed failed; see $folder/log"
  note "$3" "$p99"
  case $3 in *sign-ons*) thanks "$1" "$answered" ;; esac
}

# Whoever was thanked is stored: the rows are counted, by the database's own tools.
no_thanks_is_lost() {
  local engine stored sql='select count(*) from sign_on where id between 1 and 1000000000'
  for engine in sqlite postgres; do
    end "$engine"
    case $engine in
      sqlite) stored=$(sqlite3 "$folder/sqlite/broadside.db" "$sql") ;;
      postgres) stored=$(psql -qAt "$postgres_url" -c "$sql") ;;
    esac
    [ "$stored" -ge "${thanked[$engine]:-0}" ] \
      || stop "$engine: ${thanked[$engine]} sign-ons were thanked and $stored are stored"
    note "thanked and stored $engine" "$stored"
  done
}
