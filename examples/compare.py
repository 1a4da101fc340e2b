"""Compare what one lambda does at two sizes under two scalings, with nothing but the standard library.

    API=http://localhost:8787/api/v1 python3 examples/compare.py
"""

import json
import os
import urllib.error
import urllib.request

API = os.environ.get("API", "http://localhost:8787/api/v1")


def post(path, body):
    request = urllib.request.Request(
        API + path, json.dumps(body).encode(), {"Content-Type": "application/json"}
    )
    try:
        with urllib.request.urlopen(request) as response:
            return json.load(response)
    except urllib.error.HTTPError as error:
        problem = json.load(error)  # a problem document: what was wrong, and what would work
        raise SystemExit(f"{problem['title']}: {problem['detail']}") from error


comparison = post(
    "/comparisons",
    {
        "base": {
            "data": {"kind": "moons"},
            "optimizer": {"kind": "adam", "learningRate": 0.01},
            "penalty": {"lambda": 0.3},
        },
        "variants": [
            {"label": f"{scaling}, m = {m}", "patch": {"data": {"m": m}, "penalty": {"scaling": scaling}}}
            for scaling in ("over-2m", "half")
            for m in (30, 300)
        ],
    },
)
for entry in comparison["runs"]:
    print(f"{entry['label']:16} test loss {entry['run']['final']['testLoss']:.3f}")
