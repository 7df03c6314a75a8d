#!/usr/bin/env bash
# Runs the rules on Spark, local[2], with identical results. Needs Debian's java; installs pyspark
# beside the development packages, not among them: it is half a gigabyte.
set -euo pipefail
cd "$(dirname "$0")/../.."
command -v java >/dev/null || { echo "java is not installed: apt-get install default-jre-headless" >&2; exit 1; }
test -d .venv/audit-spark || .venv/bin/python -m venv .venv/audit-spark
.venv/audit-spark/bin/python -m pip install --quiet --disable-pip-version-check 'pyspark>=4' 'pandas<3'
spark=$(echo .venv/audit-spark/lib/python*/site-packages)
CASELOAD_SPARK=1 PYTHONPATH="$PWD/$spark:$PWD/tests:$PWD/tests/caseload:$PWD" .venv/bin/python -m pytest -q tests/caseload/test_spark.py
