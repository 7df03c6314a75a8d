#!/usr/bin/env bash
# wapiti, in a virtual environment of its own, finds nothing: first against `interview serve` on
# loopback, with the sealed cookie of someone who answered everything, so that it reaches forms;
# then against the same pages over TLS, for what only an encrypted answer can carry.
. "$(dirname "$0")/served.sh"
WAPITI=${WAPITI:-$WORK/venv/bin/wapiti}
if [ ! -x "$WAPITI" ]; then
  python3 -m venv "$WORK/venv"
  timeout 300 "$WORK/venv/bin/pip" install --quiet --disable-pip-version-check wapiti3==3.2.3
fi

look() { # URL MODULES REPORT OPTIONS...
  local url=$1 modules=$2 report=$3
  shift 3
  HOME=$WORK timeout 300 "$WAPITI" --url "$url/" --scope folder --module "$modules" --depth 6 \
    --max-scan-time 150 --max-attack-time 40 --timeout 5 --flush-session --no-bugreport \
    --format json --output "$report" "$@" >"$WORK/wapiti.txt" 2>&1 ||
    { tail -n 20 "$WORK/wapiti.txt"; exit 1; }
  .venv/bin/python tests/audit/judge_wapiti.py "$report"
}

look "$BASE" \
  backup,crlf,csp,csrf,exec,file,http_headers,methods,permanentxss,redirect,sql,ssrf,timesql,xss,xxe \
  "$WORK/plain.json" --cookie-value "$(.venv/bin/python tests/audit/visit.py "$BASE")" \
  --exclude "$BASE/leave" --exclude "$BASE/leave/en" --exclude "$BASE/leave/es" \
  --start "$BASE/q" --start "$BASE/steps" --start "$BASE/urgent"
if grep -q -e Traceback -e ERROR "$WORK/server.txt"; then
  cat "$WORK/server.txt"
  exit 1
fi

openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=127.0.0.1 \
  -keyout "$WORK/key.pem" -out "$WORK/cert.pem" 2>/dev/null
TLS=$(free_port)
.venv/bin/gunicorn --bind "127.0.0.1:$TLS" --keyfile "$WORK/key.pem" --certfile "$WORK/cert.pem" \
  'interview.web:create_app()' >"$WORK/tls.txt" 2>&1 &
SERVERS+=($!)
wait_for "https://127.0.0.1:$TLS/"
look "https://127.0.0.1:$TLS" cookieflags,csp,http_headers "$WORK/tls.json"
