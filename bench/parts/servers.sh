# The servers that are measured, and taking turns: sourced by bin/bench.

declare -A pids addresses metrics thanked
import() { "$programs/broadside" campaign import "$root/campaigns/dropsalesforce" "$@" >>"$folder/log"; }

# serve NAME ARGUMENT...: starts `broadside serve` on a spare port and waits until it is ready.
serve() {
  local name=$1
  shift
  addresses[$name]=127.0.0.1:$(spare_port)
  metrics[$name]=127.0.0.1:$(spare_port)
  BROADSIDE_METRICS_LISTEN=${metrics[$name]} \
    "$programs/broadside" serve --listen "${addresses[$name]}" "$@" >>"$folder/log" 2>&1 &
  pids[$name]=$!
  await 30 curl -sf -o "$folder/ready" "http://${addresses[$name]}/readyz" || stop "$name did not start; see $folder/log"
}

# figure_of NAME FIGURE: what /metrics says of it, 0 where it says nothing.
figure_of() {
  curl -sf "http://${metrics[$1]}/metrics" | awk -v name="$2" '$1 == name {found = $2} END {printf "%d\n", found}'
}

memory_of() { awk '/^VmRSS/ {printf "%.1f", $2 / 1024}' "/proc/${pids[$1]}/status"; }

serve_bare() {
  addresses[bare]=127.0.0.1:$(spare_port)
  "$programs/broadside-bare" "${addresses[bare]}" "$folder/www/page.gz" &
  pids[bare]=$!
  await 10 curl -sf -o "$folder/ready" "http://${addresses[bare]}/page"
}

# serve_append ENGINE URL: rows appended with those of everybody who waits, and nothing else.
serve_append() {
  local name="append-$1"
  addresses[$name]=127.0.0.1:$(spare_port)
  "$programs/broadside-append" "${addresses[$name]}" "$2" &
  pids[$name]=$!
  await 10 curl -sf -o "$folder/ready" "http://${addresses[$name]}/ready"
}

# nginx with the campaign's page, compressed beforehand by Broadside itself.
serve_nginx() {
  addresses[nginx]=127.0.0.1:$(spare_port)
  local user=
  [ "$(id -u)" != 0 ] || user="user $(id -un);"
  cat >"$folder/nginx.conf" <<CONF
$user
daemon off;
worker_processes $(nproc);
pid $folder/nginx.pid;
error_log $folder/log;
events { worker_connections 4096; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  tcp_nodelay on;
  keepalive_requests 1000000000;
  open_file_cache max=100;
  default_type text/html;
  types { }
  client_body_temp_path $folder/nginx-body;
  proxy_temp_path $folder/nginx-proxy;
  fastcgi_temp_path $folder/nginx-fastcgi;
  uwsgi_temp_path $folder/nginx-uwsgi;
  scgi_temp_path $folder/nginx-scgi;
  server {
    listen ${addresses[nginx]};
    root $folder/www;
    location = /page { gzip_static always; }
  }
}
CONF
  nginx -p "$folder" -c "$folder/nginx.conf" 2>>"$folder/log" &
  pids[nginx]=$!
  await 10 curl -sf -o "$folder/ready" "http://${addresses[nginx]}/page" || stop "nginx did not start; see $folder/log"
}

start_sink() {
  [ -z "${sink:-}" ] || return 0
  local user=()
  sink_port=$(spare_port)
  [ "$(id -u)" != 0 ] || user=(-u nobody)
  smtp-sink "${user[@]}" -c -m 500 "127.0.0.1:$sink_port" 1024 >/dev/null 2>&1 &
  sink=$!
  export BROADSIDE_SMTP_URL=smtp://127.0.0.1:$sink_port
}

# Both engines with their rows, the bare handler and nginx.
both_engines() {
  start_sink
  start_postgres min_wal_size=1GB
  make_log_files
  import --data "$folder/sqlite"
  BROADSIDE_DATABASE_URL=$postgres_url import --data "$folder/postgres"
  if [ "$rows" -gt 0 ]; then
    "$programs/broadside" bench fill --data "$folder/sqlite" --signatures "$rows" >>"$folder/log"
    BROADSIDE_DATABASE_URL=$postgres_url \
      "$programs/broadside" bench fill --data "$folder/postgres" --signatures "$rows" >>"$folder/log"
    # Otherwise it does so by itself, minutes later, while others are measured.
    psql -qAt "$postgres_url" -c 'vacuum analyze'
  fi
  serve sqlite --data "$folder/sqlite"
  BROADSIDE_DATABASE_URL=$postgres_url serve postgres --data "$folder/postgres"
  mkdir -p "$folder/www"
  curl -sf -H 'Accept-Encoding: gzip' "http://${addresses[sqlite]}$campaign" >"$folder/www/page.gz"
  chmod 755 "$folder" "$folder/www"
  serve_bare
  serve_append sqlite "sqlite:$folder/append.db"
  psql -qAt "$postgres_url" -c 'create database append'
  serve_append postgres "${postgres_url%/*}/append"
  serve_nginx
  # What was filled in is on disk before anything is measured.
  disk_at_rest
  sign="$campaign/letters/$(first_letter "http://${addresses[sqlite]}")/signatures"
}

# A PostgreSQL in use writes its log into files that it has; a new one makes each first, which would be measured too.
# So docs/src/install.md says to do before a crowd comes.
make_log_files() {
  psql -qAt "$postgres_url" -c "create table log_filler as select repeat('x', 900) from generate_series(1, 1300000)" \
    -c checkpoint -c 'drop table log_filler' -c checkpoint
}

# first_letter ADDRESS: the slug of the campaign's first letter.
first_letter() { curl -sf "$1$campaign/count.json" | sed -n 's/.*"letters": *{ *"\([^"]*\)".*/\1/p'; }

# The disk is the measured server's own: what another has left to write is not for it to wait for.
disk_at_rest() {
  psql -qAt "$postgres_url" -c checkpoint
  sync
}

# alone SERVER COMMAND...: runs it while the other servers stand still, their mailers too.
alone() {
  local server
  for server in "${!pids[@]}"; do [ "$server" = "$1" ] || halt STOP "${pids[$server]}"; done
  shift
  "$@"
  for server in "${!pids[@]}"; do halt CONT "${pids[$server]}"; done
}

# halt SIGNAL PROCESS: to it and to its workers.
halt() { kill "-$1" "$2" $(pgrep -P "$2" || true); }

end() {
  kill "${pids[$1]}" 2>/dev/null && wait "${pids[$1]}" 2>/dev/null || true
  unset "pids[$1]"
}

finish() {
  local status=$?
  for server in "${!pids[@]}"; do
    halt KILL "${pids[$server]}" && wait "${pids[$server]}" || true
  done 2>/dev/null
  [ -z "${beside:-}" ] || kill "$beside" 2>/dev/null || true
  [ -z "${sink:-}" ] || kill "$sink" 2>/dev/null || true
  [ -z "${silent:-}" ] || kill "$silent" 2>/dev/null || true
  stop_postgres
  [ "$status" != 0 ] || rm -rf "${folder:-}"
  exit "$status"
}
