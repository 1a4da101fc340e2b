"""Trains the libraries themselves with the values that the converter gives.

Standard input: JSON { X, targets: { loss: [m] }, group, cases: [{ name, library, loss, value, batchSize, isOneStep }] }.
Standard output: JSON { name: weights }, class by class; a case whose library is not installed, or too old, is left out.
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


def ridge_cv(case):
    from sklearn.linear_model import RidgeCV

    return RidgeCV(alphas=[case["value"]]).fit(X, targets(case)).coef_


def ridge_classifier(case):
    """Of the sign of the targets, which it makes itself."""
    from sklearn.linear_model import RidgeClassifier

    return RidgeClassifier(alpha=case["value"]).fit(X, targets(case) > 0).coef_


def kernel_ridge(case):
    from sklearn.kernel_ridge import KernelRidge

    return KernelRidge(kernel="linear", alpha=case["value"]).fit(X, targets(case)).dual_coef_ @ X


def lasso(case):
    from sklearn.linear_model import Lasso

    return Lasso(alpha=case["value"], tol=1e-14, max_iter=100_000).fit(X, targets(case)).coef_


def logistic_regression_cv(case):
    from sklearn.linear_model import LogisticRegressionCV

    # With one value the folds choose nothing, and the weights are those of all rows. A smaller tol is never reached: 10,000 steps.
    model = LogisticRegressionCV(Cs=[case["value"]], cv=2, solver="newton-cg", tol=1e-8, max_iter=10_000)
    return model.fit(X, targets(case)).coef_


def svc(case):
    from sklearn.svm import SVC

    return SVC(kernel="linear", C=case["value"], tol=1e-10).fit(X, targets(case)).coef_


def linear_svc(case):
    from sklearn.svm import LinearSVC

    return LinearSVC(C=case["value"], dual=True, tol=1e-12, random_state=0, max_iter=1_000_000).fit(X, targets(case)).coef_


def hist_gradient_boosting(case):
    """One tree of one split on a feature of two values: its two leaves, beside a mean of 0."""
    from sklearn.ensemble import HistGradientBoostingRegressor

    model = HistGradientBoostingRegressor(l2_regularization=case["value"], learning_rate=1, max_iter=1,
                                          max_leaf_nodes=2, min_samples_leaf=1, early_stopping=False)
    return model.fit(GROUP, targets(case)).predict(np.array([[0.0], [1.0]]))


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
    if case["library"] == "timm-sgd":
        import timm.optim

        optimizer = timm.optim.create_optimizer_v2(model, opt="sgd", lr=0.3, momentum=0.9, weight_decay=case["value"])
    elif case["library"] == "timm-sgdw":
        import timm.optim

        optimizer = timm.optim.SGDW(without_bias, lr=0.3, momentum=0, weight_decay=case["value"])
    else:
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

    def penalty(weights):
        return case["value"] * 0.5 * sum(jnp.sum(x**2) for x in jax.tree_util.tree_leaves(weights) if x.ndim > 1)

    def loss(weights):
        return data_loss(weights) + (penalty(weights) if case["library"] == "flax" else 0)

    def data_loss(weights):
        output = X @ weights["w"].T + weights["b"]
        if is_softmax(case):
            return optax.softmax_cross_entropy_with_integer_labels(output, wanted).mean()
        if is_regression(case):
            return jnp.square(output[:, 0] - wanted).mean() * (0.5 if case["loss"].startswith("half") else 1)
        return optax.sigmoid_binary_cross_entropy(output[:, 0], wanted).mean()

    decay = optax.add_decayed_weights(case["value"], mask={"w": True, "b": False})
    optimizer = optax.sgd(0.3) if case["library"] == "flax" else optax.chain(decay, optax.sgd(0.3))
    weights = {"w": jnp.zeros((classes, features)), "b": jnp.zeros(classes)}
    state = optimizer.init(weights)

    @jax.jit
    def step(weights, state):
        updates, state = optimizer.update(jax.grad(loss)(weights), state, weights)
        return optax.apply_updates(weights, updates), state

    for _ in range(3000):
        weights, state = step(weights, state)
    return np.asarray(weights["w"])


def shrunk(case):
    """What one step of an adaptive optimizer, at the rate 0.01, leaves of weights of 1 where the gradient is 0."""
    library, value = case["library"], case["value"]
    if library.startswith("optax"):
        import jax.numpy as jnp
        import optax

        make = optax.adamw if library == "optax-adamw" else optax.lion
        optimizer = make(learning_rate=0.01, weight_decay=value)
        weights = jnp.ones((2, 2))
        updates, _ = optimizer.update(jnp.zeros((2, 2)), optimizer.init(weights), weights)
        return np.asarray(optax.apply_updates(weights, updates))
    if library == "keras-adamw":
        os.environ.setdefault("KERAS_BACKEND", "torch")
        import keras

        weights = keras.Variable(np.ones((2, 2)))
        keras.optimizers.AdamW(learning_rate=0.01, weight_decay=value).apply([keras.ops.zeros((2, 2))], [weights])
        return keras.ops.convert_to_numpy(weights)
    import torch

    weights = torch.nn.Parameter(torch.ones(2, 2, dtype=torch.float64))
    weights.grad = torch.zeros_like(weights)
    if library == "pytorch-muon":
        if not hasattr(torch.optim, "Muon"):
            return None
        optimizer = torch.optim.Muon([weights], lr=0.01, weight_decay=value)
    elif library == "pytorch-adam-decoupled":
        try:
            optimizer = torch.optim.Adam([weights], lr=0.01, weight_decay=value, decoupled_weight_decay=True)
        except TypeError:  # before 2.7
            return None
    else:
        optimizer = torch.optim.AdamW([weights], lr=0.01, weight_decay=value)
    optimizer.step()
    return weights.detach().numpy()


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
    "sklearn-ridge-cv": ("sklearn", ridge_cv),
    "sklearn-ridge-classifier": ("sklearn", ridge_classifier),
    "sklearn-kernel-ridge": ("sklearn", kernel_ridge),
    "sklearn-lasso": ("sklearn", lasso),
    "sklearn-logistic-regression-cv": ("sklearn", logistic_regression_cv),
    "sklearn-svc": ("sklearn", svc),
    "sklearn-linear-svc": ("sklearn", linear_svc),
    "sklearn-hist-gradient-boosting": ("sklearn", hist_gradient_boosting),
    "sklearn-elasticnet": ("sklearn", elastic_net),
    "sklearn-sgd": ("sklearn", sgd),
    "sklearn-logistic-regression": ("sklearn", logistic_regression),
    "liblinear": ("sklearn", logistic_regression),
    "sklearn-mlp": ("sklearn", mlp),
    "pytorch-sgd": ("torch", torch_optimizer),
    "pytorch-adam": ("torch", torch_optimizer),
    "pytorch-adamw": ("torch", torch_optimizer),
    "timm-sgd": ("timm", torch_optimizer),
    "timm-sgdw": ("timm", torch_optimizer),
    "pytorch-adam-decoupled": ("torch", shrunk),
    "pytorch-muon": ("torch", shrunk),
    "keras-adamw": ("keras", shrunk),
    "optax-adamw": ("optax", shrunk),
    "optax-lion": ("optax", shrunk),
    "flax": ("optax", optax_chain),
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
    if case["isOneStep"]:
        train = shrunk
    weights = train(case) if importlib.util.find_spec(module) else None
    if weights is not None:
        found[case["name"]] = np.ravel(weights).tolist()
json.dump(found, sys.stdout)
