"""From a CSV file to a prediction: which cultivar a wine is of, by its chemistry.

    pip install ./clients/python
    LAMBDA_OVER_2M_URL=http://localhost:8787 python3 examples/own-data.py
"""

from pathlib import Path

from lambda_over_2m import Client, read_csv

api = Client()
wine = read_csv(Path(__file__).parent / "wine.csv", target="cultivar", validation=0.2)  # to choose λ by; a quarter tests

spec = {
    "data": wine,
    "network": {"hidden": [8], "activation": "tanh"},
    "optimizer": {"kind": "adam", "learningRate": 0.01},
    "training": {"epochs": 300},
}
runs = api.compare(spec, {f"lambda = {value}": {"penalty": {"lambda": value}} for value in (0, 1, 10, 100)})
for label, run in runs.items():
    print(f"{label:14} test loss {run['final']['testLoss']:.3f}, accuracy {run['final']['testAccuracy']:.3f}")

best = min(runs.values(), key=lambda run: run["final"]["validationLoss"])
bottle = {
    "alcohol": 13.2, "malic_acid": 1.8, "ash": 2.4, "alcalinity_of_ash": 15.5, "magnesium": 105,
    "total_phenols": 2.8, "flavanoids": 3.0, "nonflavanoid_phenols": 0.3, "proanthocyanins": 2.0,
    "color_intensity": 5.5, "hue": 1.05, "od280/od315_of_diluted_wines": 3.2, "proline": 1100,
}  # fmt: skip
answer = api.predict(best, wine.inputs([bottle]))
shares = ", ".join(f"{name} {share:.3f}" for name, share in zip(wine.classes or [], answer["prediction"][0]))
print(f"the bottle is of the {wine.outputs(answer)[0]} cultivar ({shares})")
