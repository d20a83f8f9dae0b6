# Sourced after lib.sh: a PostgreSQL of our own in a temporary folder, for one run.
# It never touches a cluster that is already there.

postgres_programs() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1; }

need_postgres() { need postgresql have_postgres; }
have_postgres() { [ -x "$(postgres_programs)/initdb" ]; }

# Clusters of our runs that were cut off, which nobody stops any more: gigabytes each.
clear_left_over() {
  local run folder
  for run in /tmp/broadside-postgres.*/run; do
    [ -s "$run" ] && [ -O "$run" ] && ! kill -0 "$(<"$run")" 2>/dev/null || continue
    folder=$(dirname "$run")
    # The number of a server that ended by itself may be another's by now.
    if [ "/proc/$(head -n 1 "$folder/data/postmaster.pid" 2>/dev/null)/cwd" -ef "$folder/data" ]; then
      (cd "$folder" && "${postgres_user[@]}" "$1/pg_ctl" -D data -s -m immediate stop) 2>/dev/null || true
    fi
    rm -rf "$folder" || true
  done
}

# start_postgres SETTING...: starts it on a spare port and sets $postgres_url, whose user owns everything.
start_postgres() {
  local programs version port setting settings=""
  programs=$(postgres_programs)
  version=$(basename "$(dirname "$programs")")
  [ "${version%%.*}" -ge 15 ] || stop "PostgreSQL 15 or newer is needed; here is $version."
  # initdb refuses root, so the package's own user runs it there.
  postgres_user=()
  [ "$(id -u)" != 0 ] || postgres_user=(runuser -u postgres --)
  clear_left_over "$programs"
  postgres_folder=$(mktemp -d /tmp/broadside-postgres.XXXXXX)
  echo $$ >"$postgres_folder/run"
  [ "$(id -u)" != 0 ] || chown postgres "$postgres_folder"
  port=$(spare_port)
  for setting in listen_addresses=127.0.0.1 max_connections=200 "$@"; do settings+=" -c $setting"; done
  (
    cd "$postgres_folder"
    "${postgres_user[@]}" "$programs/initdb" -D data -U broadside -A trust -E UTF8 --locale=C.UTF-8 --no-sync \
      >initdb.log 2>&1 || { cat initdb.log >&2; exit 1; }
    "${postgres_user[@]}" "$programs/pg_ctl" -D data -w -s -l "$postgres_folder/server.log" \
      -o "-p $port -k $postgres_folder $settings" start >&2 || { cat server.log >&2; exit 1; }
    "${postgres_user[@]}" "$programs/createdb" -h 127.0.0.1 -p "$port" -U broadside broadside
  )
  postgres_url="postgres://broadside@127.0.0.1:$port/broadside"
}

stop_postgres() {
  [ -n "${postgres_folder:-}" ] || return 0
  (cd "$postgres_folder" && "${postgres_user[@]}" "$(postgres_programs)/pg_ctl" -D data -s -m immediate stop) || true
  rm -rf "$postgres_folder"
  postgres_folder=
}
