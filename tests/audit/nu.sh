#!/bin/sh
# The Nu HTML checker on every page in both languages; 0 errors and 0 warnings are allowed.
# AUDIT_NODE names a folder in which npm packages are kept for next time.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
node=${AUDIT_NODE:-$folder/node}
mkdir -p "$node" "$folder/pages"
jar=$node/node_modules/vnu-jar/build/dist/vnu.jar
if [ ! -f "$jar" ]; then
    (cd "$node" && npm install --silent --no-audit --no-fund vnu-jar)
fi
"$here/../../.venv/bin/python" "$here/save_pages.py" "$folder/pages"
# Files by folder, not by name: there are more than fit on one command line.
if java -jar "$jar" --format gnu --skip-non-html "$folder/pages" 2>"$folder/found"; then
    status=0
else
    status=$?
fi
sed "s|file:$folder/pages/||" "$folder/found" | head -50
echo "Nu HTML checker: $(wc -l <"$folder/found") messages"
[ "$status" -eq 0 ] && [ ! -s "$folder/found" ]
