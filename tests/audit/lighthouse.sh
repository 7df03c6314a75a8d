#!/usr/bin/env bash
# Lighthouse, as on a phone: start, a question, the check and the next steps, with the cookie of
# someone who has answered everything. Fails below 100 for accessibility and best practices, and
# below 98 for performance. AUDIT_NODE names a folder in which npm packages are kept for next time.
. "$(dirname "$0")/served.sh"
node=${AUDIT_NODE:-$WORK/node}
mkdir -p "$node"
if [ ! -x "$node/node_modules/.bin/lighthouse" ]; then
    (cd "$node" && PUPPETEER_SKIP_DOWNLOAD=1 npm install --silent --no-audit --no-fund lighthouse@12)
fi
CHROME_PATH=$(command -v chromium) || { echo "Install Debian's chromium first." >&2; exit 2; }
export CHROME_PATH

printf '{"Cookie": "%s"}' "$(.venv/bin/python tests/audit/visit.py "$BASE")" >"$WORK/cookie.json"

# look PAGE REPORT: one run; now and then a browser starts without its trace, and is started anew.
look() {
    once "$@" || { echo "Once more: $1" >&2; once "$@"; }
}

once() {
    page=$1
    report=$2
    set --
    [ "$page" = / ] || set -- --extra-headers="$WORK/cookie.json"
    "$node/node_modules/.bin/lighthouse" "$BASE$page" --quiet --no-enable-error-reporting "$@" \
        --output=json --output-path="$report" \
        --only-categories=accessibility,best-practices,performance \
        --chrome-flags="--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run \
--disable-background-networking --disable-component-update --disable-sync \
--user-data-dir=$WORK/profile"
}

# Below a bar, the median of three runs counts, as Lighthouse advises: a busy machine costs points.
for page in / /q /steps; do
    rm -f "$WORK"/report*.json
    look "$page" "$WORK/report1.json"
    node tests/audit/scores.js "$BASE$page" "$WORK/report1.json" && continue
    look "$page" "$WORK/report2.json"
    look "$page" "$WORK/report3.json"
    node tests/audit/scores.js "$BASE$page" "$WORK"/report?.json || touch "$WORK/low"
done
[ ! -e "$WORK/low" ]
