#!/usr/bin/env bash
# How much a person reads, on a phone, in both languages: the twelve people, then all twenty-seven of
# today. Fails where a figure is over its bar.
. "$(dirname "$0")/served.sh"
cases=questions/cases
.venv/bin/python tests/bench/people_of_cases.py "$cases/twelve_people_today.yaml" \
  "$cases/people_of_today.yaml" >"$WORK/all.json"
for people in tests/bench/twelve_people.json "$WORK/all.json"; do
  for language in en es; do
    .venv/bin/python tests/bench/reading.py --base "$BASE" --people "$people" --lang "$language" \
      --budget || touch "$WORK/over"
  done
done
[ ! -e "$WORK/over" ]
