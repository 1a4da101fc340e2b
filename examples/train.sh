#!/bin/sh
# The test loss of one network under three strengths of the penalty, and the trace of the best as CSV.
#   API=http://localhost:8787/api/v1 sh examples/train.sh
set -eu
API=${API:-http://localhost:8787/api/v1}

test_loss() {
	sed 's/.*"final":{[^}]*"testLoss":\([0-9.e-]*\).*/\1/'
}

for lambda in 0 0.3 3; do
	run=$(curl -sS --fail-with-body "$API/runs" -H 'Content-Type: application/json' -d "{
		\"data\": { \"kind\": \"moons\", \"m\": 30 },
		\"optimizer\": { \"kind\": \"adam\", \"learningRate\": 0.01 },
		\"penalty\": { \"lambda\": $lambda }
	}")
	echo "lambda = $lambda: test loss $(echo "$run" | test_loss)"
done

id=$(curl -sS "$API/runs" -H 'Content-Type: application/json' -d '{ "data": { "kind": "moons", "m": 30 } }' |
	sed 's/^{"id":"\([0-9a-f]*\)".*/\1/')
curl -sS -H 'Accept: text/csv' "$API/runs/$id" | head -3
