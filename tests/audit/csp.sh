#!/usr/bin/env bash
# csp_evaluator (npm, into a temporary folder) finds nothing in the policy of any kind of response.
. "$(dirname "$0")/served.sh"
timeout 120 npm install --prefix "$WORK" --silent --no-audit --no-fund csp_evaluator@1.1.8
policy() {
  curl --silent --dump-header - --output /dev/null "$@" | tr -d '\r' |
    sed -n 's/^content-security-policy: //Ip'
}
NODE_PATH=$WORK/node_modules timeout 60 node tests/audit/csp.cjs \
  "$(policy "$BASE/")" "$(policy "$BASE/urgent")" "$(policy "$BASE/leave")" \
  "$(policy "$BASE/nothing")" "$(policy "$BASE/static/print.js")"
