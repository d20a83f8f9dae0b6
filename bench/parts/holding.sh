# How many false sign-ons are held and how many honest ones, of 10,000 labelled ones that are drawn anew each time:
# first by the judge alone, with what each signal did in each scene, then by the whole program, where nobody may be lost.

holding() {
  local crowd="$folder/crowd.jsonl" judged="$folder/judged.json" played="$folder/played" held=0
  (cd "$root" && cargo build --locked --release -p broadside-crowd -p broadside-judged)
  "$programs/broadside-crowd" >"$crowd"
  "$programs/broadside-judged" <"$crowd" >"$judged" || held=$?
  cat "$judged"
  [ "$held" = 0 ] || stop "Fewer than 95 % of the false sign-ons are held, or more than 0.5 % of the honest ones."
  (cd "$root" && BROADSIDE_CROWD=10000 cargo test --locked -p broadside nobody_of_a_crowd_is_lost_whoever_is_held::on_sqlite -- --nocapture) >"$played" 2>&1 ||
    { tail -40 "$played" && stop "Somebody was lost."; }
  grep '^{' "$played"
  python3 - "$(grep '^{' "$played")" <<'PY' || stop "The whole program holds fewer than 95 % of the false sign-ons, or more than 0.5 % of the honest ones."
import json, sys
played = json.loads(sys.argv[1])
sys.exit(played["false_held"] < 0.95 or played["honest_held"] > 0.005)
PY
}
