# Figures, their table and their JSON: sourced by bin/bench.

# figures[NAME] holds one number a round; those of lists are named in order.
declare -A figures
lists=() json=()

note() {
  figures[$1]+=" $2"
  printf '%-28s %s\n' "$1" "$2"
}

quietly() { "$@" >/dev/null; }

median() { tr ' ' '\n' <<<"${figures[$1]# }" | sort -n | awk '{n[NR] = $1} END {print n[int((NR + 1) / 2)]}'; }

table() {
  printf '\n%-50s | %10s | %10s | %6s | %9s | %s\n' figure ours against ratio wanted ok
  row "sign-ons a second, SQLite" "sign-ons sqlite" "sign-ons bare" ">= 0.35"
  row "sign-ons a second, PostgreSQL" "sign-ons postgres" "sign-ons bare" ">= 0.40"
  row "sign-ons a second, SQLite, against bare appending" "sign-ons sqlite" "sign-ons appended sqlite" ""
  row "sign-ons a second, PostgreSQL, the same" "sign-ons postgres" "sign-ons appended postgres" ""
  row "p99 of a sign-on, SQLite, ms" "p99 sign-ons sqlite" "p99 sign-ons bare" ""
  row "p99 of a sign-on, PostgreSQL, ms" "p99 sign-ons postgres" "p99 sign-ons bare" ""
  row "p99 at half of that rate, SQLite, ms" "steady sign-ons sqlite" "" "<= 15"
  row "p99 at half of that rate, PostgreSQL, ms" "steady sign-ons postgres" "" "<= 15"
  row "confirmations a second, SQLite" "confirmations sqlite" "sign-ons bare" ">= 0.08"
  row "confirmations a second, PostgreSQL" "confirmations postgres" "sign-ons bare" ">= 0.12"
  row "p99 of a confirmation, SQLite, ms" "p99 confirmations sqlite" "" "< 100"
  row "p99 of a confirmation, PostgreSQL, ms" "p99 confirmations postgres" "" "< 100"
  row "campaign pages a second, against nginx" "pages sqlite" "pages nginx" ">= 0.90"
  row "campaign pages a second, against a bare handler" "pages sqlite" "pages bare" ""
  row "the same while mails leave" "pages beside mails" "pages nginx" ""
  row "counts for machines a second, against nginx" "counts sqlite" "pages nginx" ""
  row "p99 of a page, 2000 sign-ons/s beside, ms" "steady pages busy" "steady pages quiet" "<= 3"
  row "mails a second" "mails" "" ">= 2000"
  row "sign-ons a second, the mail server hanging" "sign-ons hung" "sign-ons taken" ">= 0.95"
  row "start to first answer, empty, ms" "start empty" "" "< 50"
  row "start to first answer, a million signed, ms" "start million" "" "< 250"
  row "memory at rest, empty, MiB" "memory empty" "" "< 32"
  row "memory at rest, a million signed, MiB" "memory million" "" ""
  row "memory at rest again, after a load, MiB" "memory after sign-ons" "" "<= 50"
  row "memory under load, SQLite, MiB" "memory loaded sqlite" "" "<= 256"
  row "memory under load, PostgreSQL, MiB" "memory loaded postgres" "" "<= 256"
  local page
  for page in "${lists[@]//_/ }"; do row "a million: $page, ms" "list $page" "" "< 100"; done
  printf '\nMedians of %s rounds of %s s, %s connections, %s cores shared with the load, %s signatures stored before.
A bare handler has the same runtime, form and 303; bare appending stores a row as well; nginx sends the same bytes. Data on %s. The mailer ran against
smtp-sink.\n' "$rounds" "$seconds" "$connections" "$(nproc)" "$rows" "$(df --output=fstype "$folder" | tail -n 1)"
  (IFS=,; printf '\n{"rows":%s,"rounds":%s,"seconds":%s,"cores":%s,"figures":[%s]}\n' \
    "$rows" "$rounds" "$seconds" "$(nproc)" "${json[*]}")
}

# row TITLE OURS AGAINST WANTED: what is wanted is held against the ratio where there is one. A figure that was not
# measured has no row.
row() {
  [ -n "${figures[$2]:-}" ] && { [ -z "$3" ] || [ -n "${figures[$3]:-}" ]; } || return 0
  local ours=$(median "$2") against=
  [ -z "$3" ] || against=$(median "$3")
  local told
  told=$(awk -v name="$1" -v ours="$ours" -v against="$against" -v wanted="$4" 'BEGIN {
    ratio = against == "" ? "" : sprintf("%.2f", against == 0 ? 0 : ours / against)
    value = (ratio == "" ? ours : ratio) + 0
    split(wanted, w, " ")
    ok = wanted == "" ? "" : (w[1] == "<" ? value < w[2] : w[1] == "<=" ? value <= w[2] : value >= w[2]) ? "yes" : "NO"
    printf "%-50s | %10s | %10s | %6s | %9s | %s\n", name, ours, against, ratio, wanted, ok
    printf "{\"figure\":\"%s\",\"ours\":%s,\"against\":%s,\"ratio\":%s,\"wanted\":\"%s\"}\n", name, ours,
      against == "" ? "null" : against, ratio == "" ? "null" : ratio, wanted
  }')
  head -n 1 <<<"$told"
  json+=("$(tail -n 1 <<<"$told")")
}
