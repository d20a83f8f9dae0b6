# How many false sign-ons are held and how many honest ones: 10,000 labelled ones, drawn anew each time.

holding() {
  local crowd="$folder/crowd.jsonl" judged="$folder/judged.json" held=0
  (cd "$root" && cargo build --locked --release -p broadside-crowd -p broadside-judged)
  "$programs/broadside-crowd" >"$crowd"
  "$programs/broadside-judged" <"$crowd" >"$judged" || held=$?
  cat "$judged"
  [ "$held" = 0 ] || stop "Fewer than 95 % of the false sign-ons are held, or more than 0.5 % of the honest ones."
}
