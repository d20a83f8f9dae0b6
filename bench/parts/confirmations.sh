# Confirmations of sign-ons that were mailed long ago, each by a link of its own: sourced by bin/bench.

confirmations() {
  local engine
  [ "$rows" -gt 0 ] || return 0
  "$programs/broadside" bench links --data "$folder/sqlite" >"$folder/links-sqlite"
  BROADSIDE_DATABASE_URL=$postgres_url "$programs/broadside" bench links --data "$folder/postgres" >"$folder/links-postgres"
  for ((i = 0; i < rounds; i++)); do
    for engine in sqlite postgres; do
      split -n "l/$((i + 1))/$rounds" "$folder/links-$engine" >"$folder/links"
      disk_at_rest
      load "$engine" confirm.lua "$folder/links" "confirmations $engine"
      # The generator stops asking near its last link, and then waits for the time to be over.
      [ $((answered * 100)) -lt $(($(wc -l <"$folder/links") * 95)) ] \
        || stop "confirmations $engine: every link was pressed before the time was over; more --rows are needed"
    done
  done
}
