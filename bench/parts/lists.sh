# The desk with a million signatures: sourced by bin/bench.

# The desk's lists of a million: the first page, one in the middle, what is looked for by its beginning, and
# filters that find nothing, which is the most that is ever looked at for a page.
lists() {
  local base link letter day jar="$folder/cookies" desk=/desk$campaign list=/desk$campaign/signatures people
  day=$(date -u -d '10 days ago' +%F)
  fill_a_million
  serve million --data "$folder/million"
  base=http://${addresses[million]}
  link=$("$programs/broadside" account invite bench@example.org --group fight-for-the-future \
    --data "$folder/million" --base-url "$base" | tail -n 1)
  letter=$(first_letter "$base")
  curl -sf -o "$folder/desk" -c "$jar" -H "Origin: $base" -H 'Sec-Fetch-Site: same-origin' -X POST "$link"
  people=/desk/groups/fight-for-the-future/people
  for ((i = 0; i < rounds; i++)); do
    list "signatures" "$list"
    list "signatures, the middle" "$list?after=&after_id=500000"
    list "signatures, the middle by name" "$list?order=name&after=filler+1000500000&after_id=500000"
    list "signatures, by name" "$list?q=filler+10004"
    list "signatures, by address" "$list?q=filler1000456700%40"
    list "signatures, rare" "$list?country=IS"
    list "signatures, one in a thousand" "$list?state=withdrawn"
    list "signatures, found nothing" "$list?language=ar"
    list "signatures, found nothing by name" "$list?q=filler&language=ar"
    list "signatures, found nothing hidden" "$list?state=hidden&language=ar&after=&after_id=500000"
    list "signatures, found nothing of a letter" "$list?letter=$letter&country=IS&source=rare"
    list "signatures, a day" "$list?from=$day&until=$day"
    list "waiting" "$desk/sign-ons"
    list "waiting, found nothing" "$desk/sign-ons?country=IS"
    list "mails" "$desk/mails"
    list "mails, the middle" "$desk/mails?after=&after_id=500000"
    list "mails, bounced" "$desk/mails?state=bounced"
    list "mails, found nothing" "$desk/mails?kind=link_again"
    list "people" "$people"
    list "people, the middle by address" "$people?order=address&after=filler1000500000@example.org&after_id=1000500000"
    list "people, by address" "$people?q=filler10004567"
    list "people, with a consent" "$people?consent=given"
    list "people, found nothing" "$people?campaign=none&consent=given"
    list "at a glance" "$desk?span=all"
    list "the desk" /desk
  done
  end million
}

# list NAME PATH: how long a page of the desk takes, in milliseconds.
list() {
  local status time
  read -r status time <<<"$(curl -s -o "$folder/desk" -b "$jar" -w '%{http_code} %{time_total}' "$base$2")"
  [ "$status" = 200 ] || stop "$1: the list at $2 answered $status; see $folder/log"
  case "$1" in
    *nothing* | "the desk") ;;
    *) grep -q '<th scope="row"' "$folder/desk" || stop "$1: no rows at $2" ;;
  esac
  [[ " ${lists[*]} " == *" ${1// /_} "* ]] || lists+=("${1// /_}")
  note "list $1" "$(awk -v seconds="$time" 'BEGIN {printf "%.1f", seconds * 1000}')"
}
