"""The notebook's way to train, in NumPy: a few matrix products a layer.

    python3 numpy_twin.py float32|float64 FILE EPOCHS      prints "microseconds-per-epoch sum-of-squared-weights"

FILE is what twinFile.ts writes.
"""

import sys
from time import perf_counter

import numpy as np

precision, path, epochs = sys.argv[1], sys.argv[2], int(sys.argv[3])
with open(path, "rb") as file:
    m, softmax, layers = np.fromfile(file, np.int32, 3)
    units = np.fromfile(file, np.int32, layers + 1)
    rate, decay = np.fromfile(file, np.float32, 2)
    X = np.fromfile(file, np.float32, units[0] * m).reshape(units[0], m)
    y = np.fromfile(file, np.float32, m)
    W, b = [], []
    for inputs, outputs in zip(units, units[1:]):
        W.append(np.fromfile(file, np.float32, outputs * inputs).reshape(outputs, inputs))
        b.append(np.fromfile(file, np.float32, outputs).reshape(outputs, 1))
X, y, rate, decay = (part.astype(precision) for part in (X, y, rate, decay))
W, b = ([part.astype(precision) for part in parts] for parts in (W, b))
Y = (np.arange(units[-1])[:, None] == y[None, :]).astype(precision) if softmax else y[None, :]


def probabilities(z):
    if not softmax:
        return 1 / (1 + np.exp(-z))
    e = np.exp(z - z.max(axis=0))
    return e / e.sum(axis=0)


def epoch():
    A = [X]
    for layer in range(layers):
        z = W[layer] @ A[-1] + b[layer]
        A.append(np.maximum(z, 0) if layer < layers - 1 else probabilities(z))
    delta = (A[-1] - Y) / X.dtype.type(m)
    for layer in reversed(range(layers)):
        gradient = delta @ A[layer].T + decay * W[layer]
        bias_gradient = delta.sum(axis=1, keepdims=True)
        if layer > 0:
            delta = (W[layer].T @ delta) * (A[layer] > 0)
        W[layer] -= rate * gradient
        b[layer] -= rate * bias_gradient


start = perf_counter()
for _ in range(epochs):
    epoch()
seconds = perf_counter() - start
print(seconds * 1e6 / epochs, sum(float((w.astype(np.float64) ** 2).sum()) for w in W))
