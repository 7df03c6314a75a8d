"""Fail where wapiti's report names anything; say what it looked at."""

import json
import sys
from pathlib import Path

report = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
found = [
    f"{name}: {one['method']} {one['path']}: {one['info']}"
    for kind in ("vulnerabilities", "anomalies")
    for name, ones in report[kind].items()
    for one in ones
]
infos = report["infos"]
print(f"wapiti, {infos['target']}: {infos['crawled_pages_nbr']} pages, {len(found)} findings")
print("\n".join(f"  {line}" for line in found), end="\n" if found else "")
sys.exit(1 if found else 0)
