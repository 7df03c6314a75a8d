# Source this: starts `interview serve` on a free loopback port as $BASE. $WORK is a temporary folder.
# On exit the folder goes, and every process in SERVERS ends.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
WORK=$(mktemp -d)
SERVERS=()
trap 'kill "${SERVERS[@]}" 2>/dev/null || true; rm -rf "$WORK"' EXIT

free_port() {
  .venv/bin/python -c \
    'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

wait_for() {
  for _ in $(seq 100); do
    curl --silent --insecure --output /dev/null "$1" && return
    sleep 0.1
  done
  echo "no answer at $1" >&2
  return 1
}

PORT=$(free_port)
BASE=http://127.0.0.1:$PORT
.venv/bin/interview serve --port "$PORT" --as-of 2026-10-02 >"$WORK/server.txt" 2>&1 &
SERVERS+=($!)
wait_for "$BASE/"
