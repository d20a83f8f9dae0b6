# Sourced by the scripts beside it: where things stand, and how what is missing gets installed.
# It never changes the folder its caller works in.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
[ -n "${HOME:-}" ] || HOME=$(getent passwd "$(id -u)" | cut -d: -f6)
export HOME LANG=C.UTF-8 LC_ALL=C.UTF-8
export PATH="$HOME/.cargo/bin:${PATH:-}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
# Node and pip know their own authorities only; they shall trust those that this machine trusts.
authorities=/etc/ssl/certs/ca-certificates.crt
[ ! -f "$authorities" ] || export NODE_EXTRA_CA_CERTS="${NODE_EXTRA_CA_CERTS:-$authorities}" PIP_CERT="${PIP_CERT:-$authorities}"
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/broadside/target}"

have() { command -v "$1" >/dev/null 2>&1; }

# have_package NAME: is Debian's package installed?
have_package() { dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q 'ok installed'; }

missing=()
# need PACKAGE TEST...: notes the Debian package if the test fails; install_missing brings it.
need() {
  local package=$1
  shift
  "$@" || missing+=("$package")
}

# Installs what `need` noted, or says the exact line to run and stops with status 2.
install_missing() {
  [ ${#missing[@]} -gt 0 ] || return 0
  have apt-get || stop "Please install what these Debian packages hold: ${missing[*]}"
  local apt="DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends"
  local line="apt-get update"
  # The package would make and start a cluster of its own; the tests make theirs.
  [[ " ${missing[*]} " != *" postgresql "* ]] || line+=" && $apt postgresql-common && sed -i \
's/^#* *create_main_cluster *=.*/create_main_cluster = false/' /etc/postgresql-common/createcluster.conf"
  # Only its smtp-sink is wanted, not a mail server.
  [[ " ${missing[*]} " != *" postfix "* ]] || line+=" && echo \
'postfix postfix/main_mailer_type select No configuration' | debconf-set-selections"
  line+=" && $apt ${missing[*]}"
  if [ "$(id -u)" = 0 ]; then
    bash -c "$line" >&2
  elif have sudo && sudo -n true 2>/dev/null; then
    sudo bash -c "$line" >&2
  else
    stop "Please run this line as root, then try again:" "  $line"
  fi
  missing=()
}

# stop LINE...: says why and ends with status 2.
stop() {
  printf '%s\n' "$@" >&2
  exit 2
}

need_rust() {
  have cargo || stop "Rust is missing: install 1.95 or newer (https://rustup.rs), then try again."
  need build-essential have cc
  need build-essential have make
}

# make_room GIGABYTES: where less is free beside what was built, the part of it that only makes building again quicker
# goes, which grows with every change; not from under a build that is running.
make_room() {
  local free profile
  mkdir -p "$CARGO_TARGET_DIR"
  free=$(df --output=avail --block-size=1G "$CARGO_TARGET_DIR" | tail -n 1)
  [ "$free" -lt "$1" ] || return 0
  echo "Only $free GB are free beside $CARGO_TARGET_DIR: what is kept there for quicker building goes." >&2
  for profile in "$CARGO_TARGET_DIR"/*/; do
    [ ! -d "$profile/incremental" ] || flock -n "$profile/.cargo-lock" rm -rf "$profile/incremental" || true
  done
}

# What the browser's stories and the pictures stand on: Debian's browser and fonts, and Node.
need_browser() {
  need nodejs have node
  need npm have npm
  need chromium have chromium
  local fonts
  for fonts in fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji; do need $fonts have_package $fonts; done
}

# Builds the programs. `--examples` (there are none) makes cargo choose the features that tests choose
# too, so that the demo and the tests share every library that is built.
build() { (cd "$root" && cargo build --locked --workspace --bins --examples); }

# Installs the browser's suite as its lock file says, unless that was done for this very lock file.
install_browser_suite() {
  local lock="$root/e2e/package-lock.json" done="$root/e2e/node_modules/.installed"
  cmp -s "$lock" "$done" && return 0
  [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] || stop "Node 20 or newer is needed; here is $(node --version)."
  (cd "$root/e2e" && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund --loglevel=error) >&2
  cp "$lock" "$done"
}

# spare_port: a TCP port on loopback that nobody listens on at this moment.
spare_port() {
  local port
  while port=$((20000 + RANDOM % 12000)); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
  done
  echo "$port"
}

# await SECONDS COMMAND...: tries until the command succeeds.
await() {
  local tries=$(($1 * 20))
  shift
  until "$@" >/dev/null 2>&1; do
    ((tries-- > 0)) || return 1
    sleep 0.05
  done
}
