"""Trains the libraries themselves with the values that the converter gives.

Standard input: JSON { X, y, labels, group, cases: [{ name, library, loss, value, batchSize }] }.
Standard output: JSON { name: weights }; a case whose library is not installed is left out.
"""

import importlib.util
import json
import sys
import warnings

import numpy as np

warnings.filterwarnings("ignore")
problem = json.load(sys.stdin)
X = np.array(problem["X"])
GROUP = np.array(problem["group"], dtype=float).reshape(-1, 1)
m, features = X.shape


def is_regression(case):
    return case["loss"].endswith("squared-error")


def targets(case):
    return np.array(problem["y"] if is_regression(case) else problem["labels"])


def ridge(case):
    from sklearn.linear_model import Ridge

    return Ridge(alpha=case["value"]).fit(X, targets(case)).coef_


def elastic_net(case):
    from sklearn.linear_model import ElasticNet

    model = ElasticNet(alpha=case["value"], l1_ratio=0, tol=1e-14, max_iter=100_000)
    return model.fit(X, targets(case)).coef_


def sgd(case):
    from sklearn.linear_model import SGDClassifier, SGDRegressor

    shared = dict(alpha=case["value"], learning_rate="invscaling", eta0=0.1, power_t=0.6, max_iter=20_000, tol=None,
                  average=True, random_state=0)
    model = SGDRegressor(**shared) if is_regression(case) else SGDClassifier(loss="log_loss", **shared)
    return model.fit(X, targets(case)).coef_


def logistic_regression(case):
    from sklearn.linear_model import LogisticRegression

    solver = "liblinear" if case["library"] == "liblinear" else "newton-cg"
    model = LogisticRegression(C=case["value"], solver=solver, tol=1e-12, max_iter=10_000)
    return model.fit(X, targets(case)).coef_


def mlp(case):
    """No hidden layer: a linear model with the penalty of an MLP."""
    from sklearn.neural_network import MLPClassifier, MLPRegressor

    full = case["batchSize"] == m
    shared = dict(hidden_layer_sizes=(), alpha=case["value"], batch_size=case["batchSize"], max_iter=3000, tol=0,
                  solver="lbfgs" if full else "sgd", learning_rate="invscaling", learning_rate_init=0.3, power_t=0.5,
                  momentum=0, n_iter_no_change=3000, random_state=0, **({"max_fun": 100_000} if full else {}))
    if full:
        shared["tol"] = 1e-14
    model = (MLPRegressor if is_regression(case) else MLPClassifier)(**shared)
    return model.fit(X, targets(case)).coefs_[0]


def torch_optimizer(case):
    import torch

    torch.manual_seed(0)
    inputs, wanted = torch.tensor(X), torch.tensor(targets(case), dtype=torch.float64)
    model = torch.nn.Linear(features, 1).double()
    optimizer = {
        "pytorch-sgd": lambda p: torch.optim.SGD(p, lr=0.3, momentum=0.9, weight_decay=case["value"]),
        "pytorch-adam": lambda p: torch.optim.Adam(p, lr=0.01, weight_decay=case["value"]),
        "pytorch-adamw": lambda p: torch.optim.AdamW(p, lr=0.01, weight_decay=case["value"]),
    }[case["library"]](model.parameters())
    loss_of = {
        "binary-cross-entropy": torch.nn.BCEWithLogitsLoss(),
        "squared-error": torch.nn.MSELoss(),
        "half-squared-error": lambda output, y: torch.nn.functional.mse_loss(output, y) / 2,
    }[case["loss"]]
    steps = 3000
    decay = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: 1 - step / steps)
    for _ in range(steps):
        optimizer.zero_grad()
        loss_of(model(inputs).squeeze(1), wanted).backward()
        optimizer.step()
        decay.step()
    return model.weight.detach().numpy()


def statsmodels(case):
    import statsmodels.api as sm

    if is_regression(case):
        return sm.OLS(targets(case), X).fit_regularized(alpha=case["value"], L1_wt=0).params
    model = sm.GLM(targets(case), X, family=sm.families.Binomial())
    return model.fit_regularized(alpha=case["value"], L1_wt=0, cnvrg_tol=1e-12, maxiter=1000).params


def xgboost_linear(case):
    import xgboost

    objective = "reg:squarederror" if is_regression(case) else "binary:logistic"
    parameters = {"booster": "gblinear", "updater": "coord_descent", "objective": objective, "lambda": case["value"],
                  "eta": 1, "base_score": 0 if is_regression(case) else 0.5, "tolerance": 0}
    data = xgboost.DMatrix(X, targets(case))
    booster = xgboost.train(parameters, data, num_boost_round=1000)
    dump = booster.get_dump(dump_format="json")[0]
    return json.loads(dump)["weight"]


def xgboost_tree(case):
    """One tree of one split on a feature of two values: its two leaves."""
    import xgboost

    parameters = {"objective": "reg:squarederror", "lambda": case["value"], "eta": 1, "base_score": 0, "max_depth": 1,
                  "min_child_weight": 0, "gamma": 0}
    booster = xgboost.train(parameters, xgboost.DMatrix(GROUP, targets(case)), num_boost_round=1)
    return booster.predict(xgboost.DMatrix(np.array([[0.0], [1.0]]))).astype(float)


LIBRARIES = {
    "sklearn-ridge": ("sklearn", ridge),
    "sklearn-elasticnet": ("sklearn", elastic_net),
    "sklearn-sgd": ("sklearn", sgd),
    "sklearn-logistic-regression": ("sklearn", logistic_regression),
    "liblinear": ("sklearn", logistic_regression),
    "sklearn-mlp": ("sklearn", mlp),
    "pytorch-sgd": ("torch", torch_optimizer),
    "pytorch-adam": ("torch", torch_optimizer),
    "pytorch-adamw": ("torch", torch_optimizer),
    "statsmodels": ("statsmodels", statsmodels),
    "xgboost-gblinear": ("xgboost", xgboost_linear),
    "xgboost-gbtree": ("xgboost", xgboost_tree),
}

found = {}
for case in problem["cases"]:
    module, train = LIBRARIES[case["library"]]
    if importlib.util.find_spec(module):
        found[case["name"]] = np.ravel(train(case)).tolist()
json.dump(found, sys.stdout)
