"""Watch a training of some seconds, with nothing but the standard library.

The second time the result is there at once: another seed (another sample of moons) trains again.

    API=http://localhost:8787/api/v1 python3 examples/stream.py [seed]
"""

import json
import os
import sys
import urllib.error
import urllib.request

API = os.environ.get("API", "http://localhost:8787/api/v1")
SEED = int(sys.argv[1]) if len(sys.argv) > 1 else 1


def stream(path, body):
    """The events of a request while it trains, as (name, data); the last one is the result."""
    headers = {"Content-Type": "application/json", "Accept": "text/event-stream"}
    request = urllib.request.Request(API + path, json.dumps(body).encode(), headers)
    try:
        with urllib.request.urlopen(request) as response:
            for line in response:
                field, _, value = line.decode().rstrip("\n").partition(": ")
                if field == "event":
                    name = value
                elif field == "data" and name == "problem":
                    refuse(json.loads(value))
                elif field == "data":
                    yield name, json.loads(value)
    except urllib.error.HTTPError as error:
        refuse(json.load(error))


def refuse(problem):
    raise SystemExit(f"{problem['title']}: {problem['detail']}")


spec = {
    "data": {"kind": "moons", "m": 300, "seed": SEED},
    "penalty": {"lambda": 3},
    "training": {"epochs": 60_000, "recordEvery": 600},
}
for name, data in stream("/runs", spec):
    if name == "progress":
        print(f"epoch {data['epoch']} of {data['epochs']}")
    else:
        final = data["final"]
        print(f"data loss {final['dataLoss']:.3f}, test loss {final['testLoss']:.3f}")
