"""Trains the libraries themselves with the values that the converter gives.

Standard input: JSON { X, targets: { loss: [m] }, group, cases: [{ name, library, loss, value, batchSize }] }.
Standard output: JSON { name: weights }, class by class; a case whose library is not installed is left out.
"""

import importlib.util
import json
import os
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


def is_softmax(case):
    return case["loss"] == "softmax-cross-entropy"


def targets(case):
    return np.array(problem["targets"][case["loss"]])


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
                  solver="lbfgs" if full else "sgd", learning_rate="invscaling", learning_rate_init=1 if is_softmax(case) else 0.3, power_t=0.5,
                  momentum=0, n_iter_no_change=3000, random_state=0, **({"max_fun": 100_000} if full else {}))
    if full:
        shared["tol"] = 1e-14
    model = (MLPRegressor if is_regression(case) else MLPClassifier)(**shared)
    return model.fit(X, targets(case)).coefs_[0].T


def torch_optimizer(case):
    import torch

    torch.manual_seed(0)
    inputs = torch.tensor(X)
    wanted = torch.tensor(targets(case), dtype=torch.int64 if is_softmax(case) else torch.float64)
    model = torch.nn.Linear(features, int(wanted.max()) + 1 if is_softmax(case) else 1).double()
    without_bias = [{"params": [model.weight]}, {"params": [model.bias], "weight_decay": 0}]
    optimizer = {
        "pytorch-sgd": lambda p: torch.optim.SGD(p, lr=0.3, momentum=0.9, weight_decay=case["value"]),
        "pytorch-adam": lambda p: torch.optim.Adam(p, lr=0.01, weight_decay=case["value"]),
        "pytorch-adamw": lambda p: torch.optim.AdamW(p, lr=0.01, weight_decay=case["value"]),
    }[case["library"]](without_bias)
    loss_of = {
        "binary-cross-entropy": torch.nn.BCEWithLogitsLoss(),
        "softmax-cross-entropy": torch.nn.CrossEntropyLoss(),
        "squared-error": torch.nn.MSELoss(),
        "half-squared-error": lambda output, y: torch.nn.functional.mse_loss(output, y) / 2,
    }[case["loss"]]
    steps = 3000
    decay = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: 1 - step / steps)
    for _ in range(steps):
        optimizer.zero_grad()
        loss_of(model(inputs).squeeze(-1), wanted).backward()
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


def keras_layer(case):
    os.environ.setdefault("KERAS_BACKEND", "torch")
    import keras

    keras.utils.set_random_seed(0)
    wanted, value = targets(case), case["value"]
    is_l2 = case["library"] == "keras-l2"
    classes = int(wanted.max()) + 1 if is_softmax(case) else 1
    layer = keras.layers.Dense(classes, kernel_regularizer=keras.regularizers.L2(value) if is_l2 else None)
    model = keras.Sequential([keras.Input((features,)), layer])
    steps = 1000
    falling = keras.optimizers.schedules.PolynomialDecay(0.3, steps, 0.0)
    optimizer = keras.optimizers.SGD(falling, momentum=0.9 if is_l2 else 0.0, weight_decay=None if is_l2 else value)
    if not is_l2:
        optimizer.exclude_from_weight_decay(var_names=["bias"])
    loss = {
        "binary-cross-entropy": keras.losses.BinaryCrossentropy(from_logits=True),
        "softmax-cross-entropy": keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        "squared-error": "mse",
        "half-squared-error": lambda y, output: keras.ops.mean(keras.ops.square(output - y)) / 2,
    }[case["loss"]]
    model.compile(optimizer=optimizer, loss=loss)
    model.fit(X, wanted.reshape(-1, 1), epochs=steps, batch_size=m, shuffle=False, verbose=0)
    return np.asarray(layer.get_weights()[0]).T


def optax_chain(case):
    import jax
    import jax.numpy as jnp
    import optax

    jax.config.update("jax_enable_x64", True)
    wanted = targets(case)
    classes = int(wanted.max()) + 1 if is_softmax(case) else 1

    def loss(weights):
        output = X @ weights["w"].T + weights["b"]
        if is_softmax(case):
            return optax.softmax_cross_entropy_with_integer_labels(output, wanted).mean()
        if is_regression(case):
            return jnp.square(output[:, 0] - wanted).mean() * (0.5 if case["loss"].startswith("half") else 1)
        return optax.sigmoid_binary_cross_entropy(output[:, 0], wanted).mean()

    optimizer = optax.chain(optax.add_decayed_weights(case["value"], mask={"w": True, "b": False}), optax.sgd(0.3))
    weights = {"w": jnp.zeros((classes, features)), "b": jnp.zeros(classes)}
    state = optimizer.init(weights)

    @jax.jit
    def step(weights, state):
        updates, state = optimizer.update(jax.grad(loss)(weights), state, weights)
        return optax.apply_updates(weights, updates), state

    for _ in range(3000):
        weights, state = step(weights, state)
    return np.asarray(weights["w"])


def lightgbm_tree(case):
    """One tree of one split on a feature of two values: its two leaves."""
    import lightgbm

    parameters = {"objective": "regression", "lambda_l2": case["value"], "learning_rate": 1, "num_leaves": 2,
                  "min_data_in_leaf": 1, "min_sum_hessian_in_leaf": 0, "min_data_in_bin": 1,
                  "boost_from_average": False, "verbose": -1}
    booster = lightgbm.train(parameters, lightgbm.Dataset(GROUP, targets(case)), num_boost_round=1)
    return booster.predict(np.array([[0.0], [1.0]]))


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
    "keras-l2": ("keras", keras_layer),
    "keras-weight-decay": ("keras", keras_layer),
    "optax": ("optax", optax_chain),
    "lightgbm": ("lightgbm", lightgbm_tree),
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
