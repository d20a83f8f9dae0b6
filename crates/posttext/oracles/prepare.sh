#!/usr/bin/env bash
# Puts the networks' own counters and the published conformance cases into a folder, for the tests:
#   crates/posttext/oracles/prepare.sh FOLDER
#   POSTTEXT_ORACLES=FOLDER cargo test -p posttext
# The packages are pinned; the cases are those of twitter-text, from the crate that carries them.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=${1:?which folder?}
mkdir -p "$folder/cases/src"
cp "$here/package.json" "$here/package-lock.json" "$folder/"
npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund --loglevel=error >&2

printf '[package]\nname = "cases"\nedition = "2024"\n[workspace]\n[dependencies]\ntwitter_text_conformance = "=0.3.1"\n' \
  >"$folder/cases/Cargo.toml"
touch "$folder/cases/src/lib.rs"
(cd "$folder/cases" && cargo vendor --quiet vendor >/dev/null)
POSTTEXT_ORACLES=$folder node "$here/cases.mjs" "$folder/cases/vendor/twitter_text_conformance/tests" \
  >"$folder/cases.jsonl"
rm -r "$folder/cases"
echo "POSTTEXT_ORACLES=$folder"
