#!/bin/sh
# Lighthouse, as on a phone: start, a question, the check and the next steps, with the cookie of
# someone who has answered everything. Fails below 100 for accessibility and best practices, and
# below 98 for performance. AUDIT_NODE names a folder in which npm packages are kept for next time.
set -eu
here=$(cd "$(dirname "$0")" && pwd)

if [ -z "${BASE:-}" ]; then
    exec "$here/../../.venv/bin/python" "$here/with_visit.py" sh "$0"
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
node=${AUDIT_NODE:-$folder/node}
mkdir -p "$node"
if [ ! -x "$node/node_modules/.bin/lighthouse" ]; then
    (cd "$node" && PUPPETEER_SKIP_DOWNLOAD=1 npm install --silent --no-audit --no-fund lighthouse@12)
fi
CHROME_PATH=$(command -v chromium) || { echo "Install Debian's chromium first." >&2; exit 2; }
export CHROME_PATH

printf '{"Cookie": "%s"}' "$COOKIE" >"$folder/cookie.json"

# look PAGE REPORT: one run; now and then a browser starts without its trace, and is started anew.
look() {
    once "$@" || { echo "Once more: $1" >&2; once "$@"; }
}

once() {
    page=$1
    report=$2
    set --
    [ "$page" = / ] || set -- --extra-headers="$folder/cookie.json"
    "$node/node_modules/.bin/lighthouse" "$BASE$page" --quiet --no-enable-error-reporting "$@" \
        --output=json --output-path="$report" \
        --only-categories=accessibility,best-practices,performance \
        --chrome-flags="--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run \
--disable-background-networking --disable-component-update --disable-sync \
--user-data-dir=$folder/profile"
}

# Below a bar, the median of three runs counts, as Lighthouse advises: a busy machine costs points.
for page in / /q/7 /check /next-steps; do
    rm -f "$folder"/report*.json
    look "$page" "$folder/report1.json"
    node "$here/scores.js" "$BASE$page" "$folder/report1.json" && continue
    look "$page" "$folder/report2.json"
    look "$page" "$folder/report3.json"
    node "$here/scores.js" "$BASE$page" "$folder"/report?.json || touch "$folder/low"
done
[ ! -e "$folder/low" ]
