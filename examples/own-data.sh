#!/bin/sh
# From a CSV file to a prediction, with curl and awk: how much proline a wine has, by its alcohol and its color.
#   API=http://localhost:8787/api/v1 sh examples/own-data.sh
set -eu
API=${API:-http://localhost:8787/api/v1}
file=$(dirname "$0")/wine.csv # cultivar first; alcohol is the 2nd column, color_intensity the 11th, proline the 14th

# Inputs and targets as JSON, each with its mean subtracted and divided by its standard deviation: the first pass over the
# file finds these, the second one uses them. Every fourth row is held out.
data() {
	awk -F, '
		function scaled(column) { return ($column - sum[column] / n) / sqrt(squares[column] / n - (sum[column] / n) ^ 2) }
		FNR == 1 { pass++; next }
		pass == 1 { n++; for (c = 2; c <= NF; c++) { sum[c] += $c; squares[c] += $c ^ 2 } next }
		{ set = FNR % 4 == 0; comma = X[set] == "" ? "" : ","
			X[set] = X[set] comma sprintf("[%.6f,%.6f]", scaled(2), scaled(11)); y[set] = y[set] comma sprintf("%.6f", scaled(14)) }
		END { printf "{\"kind\":\"inline\",\"X\":[%s],\"y\":[%s],\"test\":{\"X\":[%s],\"y\":[%s]}}", X[0], y[0], X[1], y[1] }
	' "$1" "$1"
}

run=$(curl -sS --fail-with-body "$API/runs" -H 'Content-Type: application/json' -d "{
	\"data\": $(data "$file"),
	\"network\": { \"hidden\": [8], \"activation\": \"tanh\" },
	\"loss\": \"half-squared-error\",
	\"optimizer\": { \"kind\": \"adam\", \"learningRate\": 0.01 },
	\"penalty\": { \"lambda\": 1 },
	\"training\": { \"epochs\": 300 }
}")
echo "test loss $(echo "$run" | sed 's/.*"final":{[^}]*"testLoss":\([0-9.e-]*\).*/\1/')"

# Two wines, in standard deviations from the mean: strong and dark, weak and pale.
id=$(echo "$run" | sed 's/^{"id":"\([0-9a-f]*\)".*/\1/')
curl -sS --fail-with-body "$API/runs/$id/predictions" -H 'Content-Type: application/json' -d '{ "X": [[1, 1], [-1, -1]] }'
