#!/bin/sh
# Watches a training of some seconds: a line for each event of progress, then its losses. The second time the result is there
# at once: another seed (another sample of moons) trains again.
#   API=http://localhost:8787/api/v1 sh examples/stream.sh [seed]
set -eu
API=${API:-http://localhost:8787/api/v1}

epochs() {
	sed 's/^data: {"epoch":\([0-9]*\),"epochs":\([0-9]*\).*/epoch \1 of \2/'
}

losses() {
	sed 's/.*"final":{"dataLoss":\([0-9.e-]*\),.*"testLoss":\([0-9.e-]*\),.*/data loss \1, test loss \2/'
}

curl -sSN --fail-with-body "$API/runs" -H 'Accept: text/event-stream' -H 'Content-Type: application/json' -d "{
	\"data\": { \"kind\": \"moons\", \"m\": 300, \"seed\": ${1:-1} },
	\"penalty\": { \"lambda\": 0.5 },
	\"training\": { \"epochs\": 60000, \"recordEvery\": 600 }
}" | while IFS= read -r line || [ -n "$line" ]; do
	case $line in
	'data: {"epoch":'*) echo "$line" | epochs ;;
	'data: {"id":'*) echo "$line" | losses ;;
	*'{"type":'*) echo "$line" >&2 && exit 1 ;; # a problem document: what was wrong, and what would work
	esac
done
