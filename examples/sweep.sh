#!/bin/sh
# The best λ at two sizes, over four seeds each: begins a sweep, waits for its end, prints its analysis as CSV.
#   API=http://localhost:8787/api/v1 sh examples/sweep.sh
set -eu
API=${API:-http://localhost:8787/api/v1}

id=$(curl -sS --fail-with-body "$API/sweeps" -H 'Content-Type: application/json' -d '{
	"base": {
		"data": { "kind": "moons", "test": { "m": 1000 } },
		"network": { "hidden": [16], "activation": "tanh" },
		"optimizer": { "kind": "adam", "learningRate": 0.05 },
		"training": { "epochs": 300, "recordEvery": 300, "learningRateDecay": "linear" }
	},
	"axes": { "lambda": [0.01, 0.1, 1, 10], "m": [30, 100], "seed": [1, 2, 3, 4] }
}' | sed 's/^{"id":"\([0-9a-f]*\)".*/\1/')

curl -sSN "$API/sweeps/$id/events" >/dev/null # ends with the sweep
curl -sS -H 'Accept: text/csv' "$API/sweeps/$id/analysis"
