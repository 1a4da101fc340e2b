"""Reads [{"kind", "lambdas", "samples": [{"X", "y"}]}, …]; prints for each the 10-fold cross-validated loss of every sample and lambda."""

import json
import os
import sys

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")  # matrices this small are slower by several threads

import numpy as np
import sklearn
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.model_selection import KFold, cross_val_score

sklearn.set_config(assume_finite=True)  # they were checked when they were drawn


def model(kind, strength):
    # Both add half of lambda times the squared weights to the sum of the losses, ridge a whole one to that of the squares.
    if kind == "regression":
        return Ridge(alpha=strength)
    return LogisticRegression(C=1 / strength, tol=1e-8, max_iter=10_000)


def losses(kind, lambdas, samples):
    scoring = "neg_mean_squared_error" if kind == "regression" else "neg_log_loss"
    return [[loss(model(kind, strength), X, y, scoring) for strength in lambdas] for X, y in map(arrays, samples)]


def loss(fitted, X, y, scoring):
    return -cross_val_score(fitted, X, y, cv=KFold(10), scoring=scoring).mean()


def arrays(sample):
    return np.array(sample["X"]), np.array(sample["y"])


print(json.dumps([losses(**problem) for problem in json.load(sys.stdin)]))
