"""Reads {"kind", "lambdas", "samples": [{"X", "y"}]}; prints for each sample the 10-fold cross-validated loss of every lambda."""

import json
import sys

import numpy as np
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.model_selection import KFold, cross_val_score

given = json.load(sys.stdin)


def model(strength):
    # Both add half of lambda times the squared weights to the sum of the losses, ridge a whole one to that of the squares.
    if given["kind"] == "regression":
        return Ridge(alpha=strength)
    return LogisticRegression(C=1 / strength, tol=1e-8, max_iter=10_000)


scoring = "neg_mean_squared_error" if given["kind"] == "regression" else "neg_log_loss"
folds = KFold(10)
print(
    json.dumps(
        [
            [
                -cross_val_score(model(strength), np.array(sample["X"]), np.array(sample["y"]), cv=folds, scoring=scoring).mean()
                for strength in given["lambdas"]
            ]
            for sample in given["samples"]
        ]
    )
)
