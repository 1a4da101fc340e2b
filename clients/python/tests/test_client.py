"""The client against a real server: LAMBDA_OVER_2M_URL=http://localhost:8787 python3 -m unittest discover clients/python/tests"""

import csv
import io
import json
import os
import tempfile
import threading
import unittest
import warnings
from contextlib import redirect_stderr
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import lambda_over_2m
import numpy
from lambda_over_2m import ApiError, Client, InputError, UnreachableError, from_arrays, read_csv, to_numpy

SPEC = {"data": {"kind": "moons", "m": 20}, "optimizer": {"learningRate": 0.2}, "training": {"epochs": 50}}


def write_csv(folder, rows, name="own.csv"):
    path = Path(folder) / name
    with open(path, "w", newline="", encoding="utf-8-sig") as file:
        csv.writer(file).writerows(rows)
    return path


class Terminal(io.StringIO):
    def isatty(self):
        return True


class TheApi(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.api = Client()

    def test_trains_and_finds_the_result_again(self):
        run = self.api.train(SPEC)
        self.assertEqual(run["status"], "ok")
        self.assertEqual(self.api.run(run["id"]), run)

    def test_compares(self):
        runs = self.api.compare(SPEC, {"over-2m": {}, "half": {"penalty": {"scaling": "half", "lambda": 1}}})
        self.assertEqual(list(runs), ["over-2m", "half"])
        self.assertEqual(runs["over-2m"], self.api.train(SPEC))

    def test_streams_progress_and_then_the_result(self):
        spec = {"data": {"kind": "moons", "m": 300, "seed": os.getpid()}, "training": {"epochs": 20_000}}
        events = list(self.api.stream(spec))
        self.assertEqual([event.name for event in events[:-1]], ["progress"] * (len(events) - 1))
        self.assertGreater(len(events), 1)
        self.assertEqual(events[-1], ("result", self.api.train(spec)))
        compared = list(self.api.stream_comparison(spec, {"a": {}}))
        self.assertEqual(compared[-1].data["runs"][0]["label"], "a")

    def test_sweeps_with_a_line_of_progress(self):
        printed = io.StringIO()
        with redirect_stderr(printed):
            sweep = self.api.sweep(SPEC, {"lambda": [0.1, 1, 10], "m": numpy.array([10, 20])})
        self.assertEqual(len(sweep["results"]), 6)
        self.assertEqual(len(sweep["analysis"]["scalings"][0]["best"]), 2)
        self.assertRegex(printed.getvalue(), r"^6 of 6 cells, \d trained\n$")
        with redirect_stderr(Terminal()) as shown:
            self.api.sweep(SPEC, {"lambda": [0.1, 1, 10], "m": [10, 20]})
        self.assertRegex(shown.getvalue(), r"\r6 of 6 cells, \d trained\n$")
        told = []
        self.assertEqual(self.api.sweep(SPEC, {"lambda": [0.1, 1, 10], "m": [10, 20]}, told.append)["id"], sweep["id"])
        self.assertEqual(told[-1]["done"], 6)

    def test_stops_a_sweep_with_its_token(self):
        begun = self.api.start_sweep(SPEC, {"seed": [os.getpid()]})
        self.assertIn(self.api.stop_sweep(begun["id"], begun["stopToken"])["status"], ("stopped", "done"))
        with self.assertRaises(ApiError) as refused:
            self.api.stop_sweep(begun["id"], "0" * 32)
        self.assertEqual(refused.exception.status, 403)

    def test_converts_and_explains(self):
        conversion = self.api.convert("pytorch-sgd", 0.01, 1000)
        self.assertEqual(conversion["lambda"], 10)
        self.assertEqual(self.api.convert("pytorch-sgd", 0.01, 1000, batchSize=100)["lambda"], 10)
        for to in ("optax", ["optax"], ("optax", "flax")):
            chosen = self.api.convert("pytorch-sgd", 0.01, 1000, to=to)["equivalents"]
            self.assertEqual([row["library"] for row in chosen], ["optax"] if "flax" not in to else ["optax", "flax"])
        code = "torch.optim.SGD(net.parameters(), lr=0.1, weight_decay=0.01)"
        (decay,) = self.api.convert_code(code, m=1000)["decays"]
        self.assertEqual((decay["library"], decay["meaning"]["lambda"]), ("pytorch-sgd", 10))
        strong = self.api.explain({**SPEC, "penalty": {"lambda": 1e5}})
        self.assertIn("decay-dominates", [finding["code"] for finding in strong["findings"]])

    def test_reads_data_sets_experiments_and_limits(self):
        moons = self.api.data_set("moons", m=5, noise=0)
        self.assertEqual(numpy.array(moons["X"]).shape, (5, 2))
        name = self.api.experiments()[0]["name"]
        self.assertEqual(self.api.experiment(name)["name"], name)
        self.assertGreater(self.api.limits()["request"]["gflop"], 0)

    def test_exports_a_program_and_says_what_a_library_cannot_express(self):
        run = self.api.train(SPEC)
        program = self.api.export(run, "pytorch")
        self.assertIn("import torch", program)
        compile(program, "program.py", "exec")
        decoupled = self.api.train({**SPEC, "penalty": {"norm": "l1", "lambda": 1, "application": "decoupled"}})
        with self.assertRaises(ApiError) as refused:
            self.api.export(decoupled["id"], "keras")
        self.assertEqual(refused.exception.status, 422)

    def test_weights_as_arrays_are_the_network(self):
        run = self.api.train({**SPEC, "network": {"hidden": [5]}, "output": {"weights": True}})
        layers = to_numpy(run)
        self.assertEqual([W.shape for W, _ in layers], [(5, 2), (1, 5)])
        self.assertEqual([b.shape for _, b in layers], [(5,), (1,)])
        norm = float(numpy.sqrt(sum((W.astype(float) ** 2).sum() for W, _ in layers)))
        self.assertAlmostEqual(norm, run["final"]["weightNorm"], places=5)


    def test_weights_are_the_same_in_every_form_and_of_a_run_that_was_trained_without_them(self):
        run = self.api.train({**SPEC, "network": {"hidden": [5]}})
        self.assertNotIn("weights", run)
        layers = to_numpy(self.api.weights(run))
        with tempfile.TemporaryDirectory() as folder:
            paths = {suffix: Path(folder) / f"network.{suffix}" for suffix in ("npz", "json", "safetensors")}
            for path in paths.values():
                self.api.save_weights(run["id"], path)
            with numpy.load(paths["npz"]) as arrays:
                archive = [(arrays[f"W{layer}"], arrays[f"b{layer}"]) for layer in range(2)]
            written = to_numpy(json.loads(paths["json"].read_text()))
            tensors = read_safetensors(paths["safetensors"].read_bytes())
            with self.assertRaisesRegex(ValueError, "ends in none of .npz, .safetensors, .json"):
                self.api.save_weights(run, Path(folder) / "network.pt")
        state = [(tensors[f"{place}.weight"], tensors[f"{place}.bias"]) for place in (0, 2)]
        for form in (archive, written, state):
            for (W, b), (expected_W, expected_b) in zip(form, layers):
                self.assertEqual((W.dtype, b.dtype), (numpy.float32, numpy.float32))
                numpy.testing.assert_array_equal(W, expected_W)
                numpy.testing.assert_array_equal(b, expected_b)

    def test_predictions_are_numpys_of_the_weights(self):
        run = self.api.train(SPEC)
        X = numpy.array(self.api.data_set("moons", m=30, seed=9)["X"])
        answer = self.api.predict(run["id"], X)
        z = forward(to_numpy(self.api.weights(run)), X)[:, 0]
        numpy.testing.assert_allclose(answer["prediction"], 1 / (1 + numpy.exp(-z)), atol=1e-6)
        self.assertEqual(answer["class"], [int(one > 0) for one in z])
        self.assertEqual(self.api.predict(run, X.tolist()), answer)

    def test_predictions_of_what_does_not_fit_are_refused_by_their_place(self):
        run = self.api.train(SPEC)
        for X, path in (([[1, 2], [1]], "X.1"), ([[1, "red"]], "X.0.1"), ([], "X"), ([1, 2], "X.0")):
            with self.subTest(X=X), self.assertRaises(ApiError) as refused:
                self.api.predict(run, X)
            self.assertEqual(refused.exception.errors[0]["path"], path)
        with self.assertRaisesRegex(ValueError, r"X\[0\]\[1\] is nan"):
            self.api.predict(run, [[1, float("nan")]])
        with self.assertRaises(ApiError) as refused:
            self.api.predict("0" * 40, [[1, 2]])
        self.assertEqual(refused.exception.status, 404)


def forward(layers, X):
    """Rectified layers, and the last one as it comes."""
    for W, b in layers[:-1]:
        X = numpy.maximum(X @ W.T + b, 0)
    return X @ layers[-1][0].T + layers[-1][1]


def read_safetensors(content):
    """By the format's description: the length of a header, the header as JSON, the bytes of the arrays."""
    length = int.from_bytes(content[:8], "little")
    header = json.loads(content[8 : 8 + length])
    header.pop("__metadata__")
    return {
        name: numpy.frombuffer(content[8 + length :][slice(*entry["data_offsets"])], "<f4").reshape(entry["shape"])
        for name, entry in header.items()
    }


class OwnData(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.api = Client()
        cls.folder = tempfile.TemporaryDirectory()
        cls.random = numpy.random.RandomState(1)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_numpy_arrays_train_as_the_lists_of_the_same_numbers(self):
        X = self.random.randn(12, 3)
        y = (X[:, 0] > 0).astype(int)
        asked = {"optimizer": {"learningRate": 0.5}, "training": {"epochs": 100}}
        arrays = self.api.train({**asked, "data": {"kind": "inline", "X": X, "y": y}})
        lists = self.api.train({**asked, "data": {"kind": "inline", "X": X.tolist(), "y": y.tolist()}})
        self.assertEqual(arrays["id"], lists["id"])

    def test_a_table_is_standardized_by_its_training_rows(self):
        X = self.random.randn(40, 2) * [3, 500] + [10, -7]
        table = from_arrays(X, X @ [2, 1], test=0.25)
        self.assertEqual((len(table.X), len(table.test_X)), (30, 10))
        trained = numpy.array(table.X)
        numpy.testing.assert_allclose(trained.mean(0), 0, atol=1e-12)
        numpy.testing.assert_allclose(trained.std(0), 1)
        numpy.testing.assert_allclose(table.inputs(X[:3])[0], (X[0] - table.means) / table.scales)
        self.assertAlmostEqual(numpy.std(table.y), 1)
        own = numpy.sort(numpy.array(table.y + table.test_y) * table.target_scale + table.target_mean)
        numpy.testing.assert_allclose(own, numpy.sort(X @ [2, 1]))

    def test_the_same_seed_holds_out_the_same_rows(self):
        X, y = self.random.randn(20, 2), list(range(20))
        tables = [from_arrays(X, [value + 0.5 for value in y], seed=seed) for seed in (3, 3, 4)]
        self.assertEqual(tables[0], tables[1])
        self.assertNotEqual(tables[0].test_X, tables[2].test_X)

    def test_classes_have_their_share_of_what_trains_validates_and_tests(self):
        X = self.random.randn(203, 2)
        y = numpy.repeat(["common", "seldom", "rare", "once"], [140, 50, 12, 1])
        for seed in range(5):
            table = from_arrays(X, y, test=0.2, validation=0.15, seed=seed)
            parts = (table.y, table.validation_y, table.test_y)
            self.assertEqual([len(part) for part in parts], [132, 30, 41])
            for number, name in enumerate(table.classes):
                share = numpy.mean(y == name)
                for part in parts:
                    self.assertLessEqual(abs(part.count(number) - share * len(part)), 1.5, (seed, name))
                self.assertGreater(table.y.count(number), 0)
            own = numpy.sort(numpy.array(table.X + table.validation_X + table.test_X) * table.scales + table.means, axis=0)
            numpy.testing.assert_allclose(own, numpy.sort(X, axis=0))
        self.assertEqual(table, from_arrays(X, y, test=0.2, validation=0.15, seed=seed))

    def test_rows_that_validate_choose_and_those_that_test_judge(self):
        X = self.random.randn(60, 3)
        table = from_arrays(X, X @ [1, 2, -1] + self.random.randn(60), test=0.2, validation=0.3)
        self.assertIn("30 rows, 18 that validate and 12 held out", str(table))
        base = {"data": table, "network": {"hidden": []}, "optimizer": {"learningRate": 0.1}}
        run = self.api.train({**base, "output": {"weights": True}})
        ((W, b),) = to_numpy(run)
        for name, rows, targets in (
            ("validationLoss", table.validation_X, table.validation_y),
            ("testLoss", table.test_X, table.test_y),
        ):
            errors = (numpy.array(rows) @ W.T + b)[:, 0] - targets
            self.assertAlmostEqual(run["final"][name], (errors**2).mean() / 2, places=5)
        sweep = self.api.sweep(base, {"lambda": [0.1, 1, 10, 100]}, progress=False)
        self.assertEqual(sweep["analysis"]["metric"], "validationLoss")
        best = min(sweep["results"], key=lambda cell: cell["final"]["validationLoss"])
        found = sweep["analysis"]["scalings"][0]["best"][0]
        self.assertEqual((found["lambda"]["value"], found["testLoss"]["value"]), (best["lambda"], best["final"]["testLoss"]))
        for share, test in ((1, 0.25), (-0.1, 0.25), (0.1, 0), (0.8, 0.25)):
            with self.assertRaisesRegex(InputError, "validation"):
                from_arrays(X, X[:, 0], test=test, validation=share)

    def test_rows_to_predict_name_their_columns_and_may_stand_in_any_order(self):
        X = self.random.randn(30, 3)
        table = from_arrays(X, X @ [1, 20, 300], ["a", "b", "c"], standardize=False)
        run = self.api.train({"data": table, "network": {"hidden": []}})
        self.assertEqual(run["spec"]["data"]["columns"], ["a", "b", "c"])
        straight = self.api.predict(run, table.inputs(X[:4]))["prediction"]
        self.assertEqual(self.api.predict(run, X[:4, ::-1], columns=["c", "b", "a"])["prediction"], straight)
        self.assertEqual(self.api.predict(run, X[:4])["prediction"], straight)
        other = from_arrays(X, X[:, 0], ["a", "b", "d"], standardize=False)
        with self.assertRaisesRegex(ApiError, 'columns: .*"c"'):
            self.api.predict(run, other.inputs(X[:4]))
        with self.assertRaisesRegex(InputError, "each name once"):
            from_arrays(X, X[:, 0], ["a", "b", "a"])
        self.assertNotIn("columns", from_arrays(X, X[:, 0], ["a", "b", "c" * 81]).data)

    def test_more_whole_numbers_than_classes_are_asked_about(self):
        X = self.random.randn(60, 1)
        for first, step, is_doubtful in ((0, 1, True), (1, 1, True), (18, 1, False), (0, 3, False)):
            y = [first + step * (at % 21) for at in range(60)]
            with warnings.catch_warnings(record=True) as told:
                warnings.simplefilter("always")
                self.assertIsNone(from_arrays(X, y).classes)
            self.assertEqual(["21 different whole numbers" in str(one.message) for one in told], [True] * is_doubtful)
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            self.assertEqual(from_arrays(X, [at % 21 for at in range(60)], kind="classes").classes, list(range(21)))
            self.assertIsNone(from_arrays(X, [at % 21 for at in range(60)], kind="regression").classes)

    def test_only_decimal_numbers_are_numbers_as_in_a_table_that_is_sent(self):
        for text in ("1_000", "\u0663", "\uff11\uff12"):
            path = write_csv(self.folder.name, [["x", "y"], [1, 2.5], [text, 3]])
            with self.assertRaisesRegex(InputError, "line 3, column 'x': .* is no number; .*digits from 0 to 9"):
                read_csv(path, "y")
            with self.assertRaisesRegex(InputError, "which is no number"):
                from_arrays([[1], [text]], [1.5, 2.5])
        path = write_csv(self.folder.name, [["x", "y"], [" +1.5e3 ", 2.5], [".5", "-3."], ["2", "4e-1"]])
        self.assertEqual(sorted(read_csv(path, "y", test=0, standardize=False).y), [-3, 0.4, 2.5])

    def test_a_linear_fit_is_numpys_least_squares(self):
        """Half squared error without a penalty, in the limit, is what lstsq solves."""
        X = self.random.randn(60, 3) * [1, 20, 0.1] + [0, 5, 2]
        y = X @ [1, -0.2, 4] + 3 + 0.1 * self.random.randn(60)
        rows = [["a", "b", "c", "price"], *numpy.column_stack([X, y]).tolist()]
        table = read_csv(write_csv(self.folder.name, rows), target="price", test=0)
        run = self.api.train(
            {
                "data": table,
                "network": {"hidden": []},
                "loss": "half-squared-error",
                "optimizer": {"learningRate": 0.1},
                "training": {"epochs": 2000, "recordEvery": 2000},
                "output": {"weights": True},
            }
        )
        ((W, b),) = to_numpy(run)
        solution, *_ = numpy.linalg.lstsq(numpy.column_stack([X, numpy.ones(60)]), y, rcond=None)
        predicted = (numpy.array(table.inputs(X)) @ W.T + b)[:, 0] * table.target_scale + table.target_mean
        numpy.testing.assert_allclose(predicted, numpy.column_stack([X, numpy.ones(60)]) @ solution, atol=1e-3)

    def test_a_regression_is_predicted_in_its_own_unit_and_classes_by_their_words(self):
        X = self.random.randn(80, 2) * [2, 30] + [1, 100]
        spec = {"network": {"hidden": []}, "optimizer": {"learningRate": 0.1}, "training": {"epochs": 1000}}
        price = 1000 + 50 * X[:, 0] - 3 * X[:, 1]
        table = from_arrays(X, price, test=0)
        run = self.api.train({**spec, "loss": "half-squared-error", "data": table})
        new = [[0.0, 90.0], [3.0, 140.0]]
        numpy.testing.assert_allclose(table.outputs(self.api.predict(run, table.inputs(new))), [730, 730], rtol=1e-3)

        words = numpy.array(["low", "middle", "high"])[numpy.digitize(X[:, 0], [0, 2])]
        table = from_arrays(X, words, test=0)
        run = self.api.train({**spec, "data": table})
        answer = self.api.predict(run, table.inputs(X))
        z = forward(to_numpy(self.api.weights(run)), numpy.array(table.inputs(X)))
        shares = numpy.exp(z - z.max(1, keepdims=True))
        numpy.testing.assert_allclose(answer["prediction"], shares / shares.sum(1, keepdims=True), atol=1e-5)
        self.assertEqual(table.outputs(answer), [table.classes[number] for number in shares.argmax(1)])
        self.assertGreater(numpy.mean(numpy.array(table.outputs(answer)) == words), 0.8)

    def test_answers_of_other_runs_are_refused(self):
        X = self.random.randn(40, 2)
        asked = {"network": {"hidden": []}, "training": {"epochs": 1, "recordEvery": 1}}
        tables = {
            "two": from_arrays(X, (X[:, 0] > 0).astype(int)),
            "three": from_arrays(X, numpy.digitize(X[:, 0], [-0.3, 0.3])),
            "real": from_arrays(X, X @ [2, 1]),
            "other": from_arrays(X * 2, X @ [1, 2]),
        }
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # one epoch teaches nothing
            runs = {name: self.api.train({**asked, "data": table}) for name, table in tables.items()}
        answers = {name: self.api.predict(run, tables[name].inputs(X[:2])) for name, run in runs.items()}
        for asker, table in tables.items():
            for name, answer in answers.items():
                with self.subTest(asker=asker, name=name):
                    if asker == name:
                        self.assertEqual(len(table.outputs(answer)), 2)
                    else:
                        with self.assertRaises(InputError) as refused:
                            table.outputs(answer)
                        self.assertIn(runs[name]["id"], refused.exception.detail)
                        self.assertIn("this table is 'y' (", refused.exception.detail)
        some = {"kind": "inline", "X": tables["real"].X[:10], "y": tables["real"].y[:10]}
        run = self.api.train({**asked, "data": some, "loss": "half-squared-error", "training": {"epochs": 100}})
        self.assertEqual(len(tables["real"].outputs(self.api.predict(run, tables["real"].inputs(X[:2])))), 2)
        for other in ({"run": "x"}, [1, 0], None):
            with self.subTest(other=other), self.assertRaisesRegex(InputError, "is not what predict answers"):
                tables["two"].outputs(other)

    def test_rows_in_other_units_are_warned_of(self):
        X = self.random.randn(40, 2) * [1, 50] + [5, 300]
        table = from_arrays(X, X @ [2, 1])
        run = self.api.train({"data": table, "network": {"hidden": []}, "optimizer": {"learningRate": 0.1}})
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            self.api.predict(run, table.inputs(X))
        with self.assertWarnsRegex(UserWarning, r"3 rows are far outside.*row \d has [\d.]+ in column 1.*table\.inputs\(rows\)"):
            answer = self.api.predict(run, X[:3])
        self.assertEqual(answer["outside"]["rows"], 3)

    def test_a_run_that_learned_nothing_is_warned_of(self):
        X = self.random.randn(40, 2)
        table = from_arrays(X, X @ [2, 1])
        hopeless = {"data": table, "penalty": {"lambda": 1e4}, "optimizer": {"learningRate": 0.001}}
        with self.assertWarnsRegex(UserWarning, r"no better than their mean.*explain\(run\)"):
            run = self.api.train(hopeless)
        self.assertEqual(self.api.explain(run), self.api.explain(run["spec"]))
        self.assertIn("decay-dominates", [finding["code"] for finding in self.api.explain(run)["findings"]])
        with self.assertWarnsRegex(UserWarning, "diverged in epoch"):
            self.api.train({**SPEC, "optimizer": {"learningRate": 1e6}, "penalty": {"lambda": 1e9}})
        with self.assertWarnsRegex(UserWarning, "takes all its training rows for one class"):
            self.api.train({**SPEC, "penalty": {"lambda": 1e4}, "optimizer": {"learningRate": 1e-3}})
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            self.api.train({"data": table, "network": {"hidden": []}, "optimizer": {"learningRate": 0.1}})

    def test_errors_of_a_regression_in_its_own_unit(self):
        X = self.random.randn(60, 2)
        price = 1000 + 300 * X[:, 0] + 100 * self.random.randn(60)
        table = from_arrays(X, price)
        run = self.api.train({"data": table, "network": {"hidden": []}, "optimizer": {"learningRate": 0.1}})
        heldOut = numpy.array(table.test_y) * table.target_scale + table.target_mean
        missed = heldOut - numpy.array(table.outputs(self.api.predict(run, table.test_X)))
        self.assertAlmostEqual(table.in_units(run["final"]["rmse"])["test"], numpy.sqrt(numpy.mean(missed**2)), places=2)
        self.assertAlmostEqual(table.in_units(run["final"]["mae"])["test"], numpy.mean(abs(missed)), places=2)
        self.assertEqual(from_arrays(X, price, test=0).in_units({"train": 0, "test": None}), {"train": 0, "test": None})

    def test_a_column_that_numbers_the_rows_is_warned_of_and_columns_are_named(self):
        rows = [["id", "x", "kind"], [7, 1, "a"], [8, 5, "b"], [9, 2, "a"], [10, 3, "b"]]
        path = write_csv(self.folder.name, rows)
        with self.assertWarnsRegex(UserWarning, r"'id' seems to number the rows.*exclude=\['id'\] leaves it out") as warned:
            table = read_csv(path, "kind")
        self.assertEqual(Path(warned.filename).name, "test_client.py")
        self.assertEqual(str(table), "'kind' (2 classes) by 'id', 'x': 3 rows and 1 held out")
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            self.assertEqual(read_csv(path, "kind", ["id"]).features, ["id"])
            read_csv(path, "kind", ["x"])
            self.assertEqual(read_csv(path, "kind", exclude=["id"]).features, ["x"])
        for exclude, said in (("id", r"exclude is a list of names: \['id'\]"), (["age"], "no column 'age'"), (["kind"], "are needed")):
            with self.subTest(exclude=exclude), self.assertRaisesRegex(InputError, said):
                read_csv(path, "kind", exclude=exclude)
        with self.assertRaisesRegex(InputError, "are needed"):
            read_csv(path, "kind", ["x"], exclude=["x"])

    def test_ids_with_gaps_and_in_any_order_are_warned_of(self):
        for name, ids, is_id in (
            ("number", self.random.permutation(40) + 100, True),
            ("number", self.random.permutation(44)[:40], True),
            ("customer_id", self.random.permutation(4000)[:40], True),
            ("ID", range(0, 400, 10), True),
            ("index", range(0, 400, 10), True),
            ("area", range(0, 400, 10), False),
            ("rapid", range(0, 400, 10), False),
            ("id", [1, 1, *range(2, 40)], False),
            ("id", numpy.arange(40) / 4, False),
        ):
            rows = [[name, "x", "kind"], *[[one, value, "ab"[at % 2]] for at, (one, value) in enumerate(zip(ids, self.random.randn(40)))]]
            with self.subTest(name=name, ids=ids), warnings.catch_warnings(record=True) as warned:
                warnings.simplefilter("always")
                read_csv(write_csv(self.folder.name, rows), "kind")
                self.assertEqual(len(warned), int(is_id))

    def test_measured_targets_with_units_are_refused(self):
        amounts = self.random.permutation(90_000)[:119] + 100_000
        for texts, said in (
            ([f"{one} EUR" for one in amounts], r"'y' has 119 different values in 119 rows, the first '\d+ EUR': is it measured\? remove the unit"),
            ([f"{one:,}" for one in amounts], "'y' has 119 different values in 119 rows, the first '1..,...'"),
            ([f"$ {one}" for one in amounts] * 3, "'y' has 119 different values in 357 rows"),
            ([f"patient {one}" for one in range(30)], "'y' has 30 different values in 30 rows, the first 'patient 0'"),
        ):
            rows = [["x", "y"], *[[value, text] for value, text in zip(self.random.randn(len(texts)), texts)]]
            path = write_csv(self.folder.name, rows)
            with self.subTest(first=texts[0]), self.assertRaisesRegex(InputError, said):
                read_csv(path, "y")
            self.assertEqual(len(read_csv(path, "y", kind="classes").classes), len(set(texts)))
            with self.assertRaisesRegex(InputError, "line 2, column 'y': .* is no number, and 0 of the"):
                read_csv(path, "y", kind="regression")
        doses = [f"{dose} mg" for dose in (10, 20, 50)] * 5
        self.assertEqual(from_arrays([[one] for one in range(15)], doses).classes, ["10 mg", "20 mg", "50 mg"])

    def test_whole_numbers_are_what_kind_says_and_gaps_are_warned_of(self):
        X = self.random.randn(60, 1)
        rooms, many = self.random.choice([3, 5, 8, 9], 60), self.random.permutation(60)
        with self.assertWarnsRegex(UserWarning, 'is taken for 4 classes, 3, 5, 8, 9: kind="regression" if'):
            self.assertEqual(from_arrays(X, rooms).classes, [3, 5, 8, 9])
        with self.assertWarnsRegex(UserWarning, 'is taken for 20 classes, 0, 1, 2, .*: kind="regression" if'):
            from_arrays(X, [at % 20 for at in range(60)])
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            from_arrays(X, [at % 12 for at in range(60)])
            self.assertEqual(from_arrays(X, rooms, kind="classes").classes, [3, 5, 8, 9])
            self.assertIsNone(from_arrays(X, rooms, kind="regression").classes)
            self.assertEqual(len(from_arrays(X, many, kind="classes").classes), 60)
            self.assertEqual(from_arrays(X, rooms > 4).classes, [0, 1])
            rows = [["x", "y"], *numpy.column_stack([X[:, 0], rooms]).tolist()]
            self.assertIsNone(read_csv(write_csv(self.folder.name, rows), "y", kind="regression").classes)
        with self.assertRaisesRegex(InputError, """kind is 'real'; it is "regression" or "classes\""""):
            from_arrays(X, rooms, kind="real")
        raw = {"data": {"kind": "inline", "X": X, "y": rooms}, "optimizer": {"kind": "adam"}, "training": {"epochs": 20}}
        with self.assertRaisesRegex(ApiError, "loss: must be stated: the targets are 4 different whole numbers up to 9"):
            self.api.train(raw)
        with self.assertWarnsRegex(UserWarning, "tells 10 classes apart.*its training rows have 4 of them"):
            self.api.train({**raw, "loss": "softmax-cross-entropy"})

    def test_missing_values_are_counted_by_column_or_dropped(self):
        rows = [["a", "b", "y"], [1, "", 0.5], ["?", 2, 1.5], ["NA", "", 2], [3, 4, "?"], [5, 6, 3.5], [6, 7, 0.1]]
        path = write_csv(self.folder.name, rows)
        with self.assertRaises(InputError) as refused:
            read_csv(path, "y")
        self.assertEqual(
            refused.exception.detail.split("\n"),
            [
                f'{path}: missing="drop" leaves the 4 rows without a value out, or fill them in',
                "  line 3, column 'a': '?' stands for a missing value; 2 of 6 rows",
                "  line 2, column 'b': the cell is empty; 2 of 6 rows",
                "  line 5, column 'y': '?' stands for a missing value; 1 of 6 rows",
            ],
        )
        with self.assertWarnsRegex(UserWarning, r"4 of 6 rows are left out, where a value is missing \('a' in 2, 'b' in 2, 'y' in 1\)"):
            table = read_csv(path, "y", missing="drop", test=0, standardize=False)
        self.assertEqual(sorted(table.X), [[5, 6], [6, 7]])
        empty = write_csv(self.folder.name, [["a", "b", "y"], [1, "", 0.5], [2, "", 1.5]])
        with self.assertRaisesRegex(InputError, r"a value is missing in every row \('b' in 2\); exclude="):
            read_csv(empty, "y", missing="drop")
        self.assertEqual(len(read_csv(empty, "y", exclude=["b"]).X), 2)
        with self.assertRaisesRegex(InputError, "missing is 'fill'; it is"):
            read_csv(empty, "y", missing="fill")

    def test_words_and_few_whole_numbers_are_classes(self):
        words = read_csv(write_csv(self.folder.name, [["x", "kind"], [1, "cat"], [2, "ant"], [3, "cat"]]), "kind", test=0)
        self.assertEqual(words.classes, ["ant", "cat"])
        self.assertEqual(sorted(words.y), [0, 1, 1])
        self.assertEqual(words.outputs({"class": [1, 0]}), ["cat", "ant"])
        none = read_csv(write_csv(self.folder.name, [["x", "kind"], [1, "none"], [2, "mild"], [5, "-"]]), "kind", test=0)
        self.assertEqual(none.classes, ["-", "mild", "none"])
        aged = read_csv(write_csv(self.folder.name, [["x", "kind"], [1, 1], [2, 2], [5, "3+"]]), "kind", test=0)
        self.assertEqual(aged.classes, ["1", "2", "3+"])
        self.assertEqual(from_arrays([[1], [2], [3]], [3, 1, 3]).classes, [1, 3])
        self.assertIsNone(from_arrays([[1], [2]], [1.5, 2]).classes)
        self.assertIsNone(from_arrays([[value] for value in range(30)], list(range(30))).classes)

    def test_faults_of_a_file_are_named_at_their_place(self):
        for rows, said in (
            ([["x", "y"], [1, 2], ["red", 3]], "line 3, column 'x': 'red' is no number"),
            ([["x", "y"], [1, 2], ["", 3]], "line 3, column 'x': the cell is empty; 1 of 2 rows"),
            ([["x", "y"], [1, 2], ["NaN", 3]], "line 3, column 'x': 'NaN' stands for a missing value"),
            ([["x", "y"], ["1,200", 2]], "line 2, column 'x': '1,200' is no number; a decimal point"),
            ([["x", "y"], [1, ""]], "line 2, column 'y': the cell is empty; 1 of 1 rows"),
            ([["x", "y"], [1, 0.5], [2, 1], [3, "NA"]], "line 4, column 'y': 'NA' stands for a missing value; 1 of 3 rows$"),
            ([["x", "y"], [1, 0.5], [2, "?"]], "line 3, column 'y': '\\?' stands for"),
            ([["x", "y"], [1, 2], [2, "-"]], "line 3, column 'y': '-' stands for"),
            ([["x", "y"], [1, "nan"], [2, 0.5]], "line 2, column 'y': 'nan' stands for"),
            ([["x", "y"], [1, "cat"], [2, "NA"]], "line 3, column 'y': 'NA' stands for.*unless it is a class, which needs another name"),
            ([["x", "y"], [1, 0.5], [2, "1k"]], "line 3, column 'y': '1k' is no number, and 1 of the 2 targets are numbers"),
            ([["x", "y"], *[[i, i] for i in range(21)], [2, "old"]], "line 23, column 'y': 'old' is no number, and 21 of"),
            ([["x", "y"], [1, 0.5], [2, 0.5]], "'y' is always 0.5: there is nothing to learn"),
            ([["x", "y"], [1, "cat"], [2, "cat"]], "'y' is always 'cat': there is nothing to learn"),
            (
                [["a", "b", "c", "y"], [1, "Ann", 2, 0], [1, "Bo", "", 1], [1, "Cy", "?", 1]],
                r"exclude=\['b'\] leaves what.*missing=\"drop\" leaves the 2 rows.*\n.*line 2, column 'b': 'Ann' is no.*; 3 of 3 rows\n.*line 3, column 'c': the cell is empty; 2 of 3",
            ),
            ([["x", "z"], [1, 2]], "has no column 'y'"),
            ([["x;y"], ["1;2"]], "has no column 'y'.*delimiter=';'"),
            ([["x", "x", "y"], [1, 2, 3]], "two columns 'x'"),
            ([["x", "y"], [1, 2], [1]], "line 3: 1 cells, and the header names 2 columns"),
            ([["x", "y"], [1, 2, 3]], "line 2: 3 cells"),
            ([["x", "y"]], "no row below its header"),
            ([["y"], [1]], "at least one"),
            ([], "has no column 'y'"),
        ):
            with self.subTest(rows=rows), self.assertRaisesRegex(ValueError, said):
                read_csv(write_csv(self.folder.name, rows), "y")
        numbers = write_csv(self.folder.name, [[1, 2], [3, 4]])
        unclosed = Path(self.folder.name) / "unclosed.csv"
        for text in ('x,y\n1,0\n2,"1\n', 'x,y\n1,0\n"2"3,1\n'):
            unclosed.write_text(text)
            with self.subTest(text=text), self.assertRaisesRegex(ValueError, "line 3: .*; a cell in quotes ends with a quote"):
                read_csv(unclosed, "y")
        with self.assertRaisesRegex(ValueError, "a first line with the names"):
            read_csv(numbers, "2")
        for features, said in ((["x", "x"], "each once"), (["x", "y"], "not 'y'"), ("x", r"\['x'\]"), (["z"], "no column 'z'")):
            with self.subTest(features=features), self.assertRaisesRegex(ValueError, said):
                read_csv(write_csv(self.folder.name, [["x", "y"], [1, 2]]), "y", features)
        latin = Path(self.folder.name) / "latin.csv"
        latin.write_bytes("Gr\u00f6\u00dfe,y\n1,2\n3,4\n".encode("latin-1"))
        with self.assertRaisesRegex(ValueError, "not in UTF-8.*'latin-1'"):
            read_csv(latin, "y")
        self.assertEqual(read_csv(latin, "y", encoding="latin-1").features, ["Gr\u00f6\u00dfe"])

    def test_faults_of_arrays_and_rows_are_named_at_their_place(self):
        for X, y, said in (
            ([[1], [2]], [1], "2 rows and y 1"),
            ([1, 2], [0, 1], "row 0 is 1"),
            ([[1, 2], [1]], [0, 1], r"X\[1\] has 1 values, and X\[0\] 2"),
            ([[1], ["red"]], [0, 1], r"X\[1\]\[0\] is 'red'"),
            ([[1], [None]], [0, 1], r"X\[1\]\[0\] is None"),
            ([[1], [2]], [0, float("nan")], r"y\[1\] is nan"),
            ([[1], [2], [3]], ["a", "b", None], r"y\[2\] is None: leave rows"),
            ([[1], [2], [3]], ["a", float("nan"), "b"], r"y\[1\] is nan: leave rows"),
            ([[1], [2], [3]], numpy.array(["a", "b", numpy.nan]), r"y\[2\] is 'nan': leave rows"),
            ([[1], [2], [3]], ["a", "b", 1], r"y\[2\] is 1, and 2 of the 3 targets are words"),
            ([[1], [2], [3]], [0.5, "", 1], r"y\[1\] is '': leave rows"),
            ([[1], [2]], [3.5, 3.5], "'y' is always 3.5: there is nothing to learn"),
            ([[1], [2]], [0, 0], "'y' is always 0: there is nothing to learn"),
            ([[1], [2]], ["a", 1], r"y\[0\] is 'a'"),
            ([[1], [2]], numpy.array([[1], [2]]), r"y\[0\] is \[1\]"),
        ):
            with self.subTest(X=X), self.assertRaisesRegex(ValueError, said):
                from_arrays(X, y)
        for test in (-0.1, 1, 10):
            with self.subTest(test=test), self.assertRaisesRegex(ValueError, "the share of rows"):
                from_arrays([[1], [2]], [0, 1], test=test)
        with self.assertRaisesRegex(ValueError, "1 features are named, and a row has 2"):
            from_arrays([[1, 2]], [0], ["a"])
        table = from_arrays([[1, 2], [3, 5]], [0, 1], ["a", "b"], test=0)
        for rows, said in (
            ([{"a": 1}], "row 0 has no 'b'"),
            ([[1, 2], {"a": 1, "b": "red"}], "row 1, 'b' is 'red'"),
            ([[1]], "row 0 has 1 values, and there are 2 features"),
            ([[1, float("inf")]], "row 0, 'b' is inf"),
            ([1, 2], "row 0 is 1"),
            ({"a": 1, "b": 2}, r"inputs\(\[row\]\)"),
        ):
            with self.subTest(rows=rows), self.assertRaisesRegex(ValueError, said):
                table.inputs(rows)
        with self.assertRaisesRegex(ValueError, '{"data": table}'):
            self.api.train(table)
        with self.assertRaisesRegex(ValueError, "None is neither a run nor its id"):
            self.api.predict(None, [[1]])
        run = self.api.train(SPEC)
        with self.assertRaisesRegex(TypeError, r"a run without its weights: to_numpy takes api\.weights\(run\)"):
            to_numpy(run)
        for other in ([1], None):
            with self.subTest(other=other), self.assertRaisesRegex(TypeError, r"to_numpy takes api\.weights\(run\)"):
                to_numpy(other)
        for call in (self.api.compare, self.api.stream_comparison):
            with self.assertRaisesRegex(TypeError, r"variants are a dict, \{label: patch\}, and not \[\{'penalty'"):
                call(SPEC, [{"penalty": {"lambda": 1}}])
        with self.assertRaisesRegex(ValueError, "'localhost:8787' is no address"):
            Client("localhost:8787")

    def test_frames_of_pandas_are_rows_with_names(self):
        class Frame:
            """As much of pandas.DataFrame and Series as is asked of them."""

            def __init__(self, values, columns=None):
                self.values = values
                if columns:
                    self.columns = columns

            def to_numpy(self):
                return numpy.array(self.values)

        table = from_arrays(Frame([[1, 2], [3, 5]], ["a", "b"]), Frame([0, 1]), test=0)
        self.assertEqual(table, from_arrays([[1, 2], [3, 5]], [0, 1], ["a", "b"], test=0))
        self.assertEqual(table.inputs(Frame([[1, 2]])), table.inputs([[1, 2]]))
        self.assertEqual(table.inputs(Frame([[2, 9, 1]], ["b", "other", "a"])), table.inputs([[1, 2]]))
        with self.assertRaisesRegex(ValueError, "row 0 has no 'b'"):
            table.inputs(Frame([[1]], ["a"]))

    def test_a_missing_value_is_named_before_anything_is_sent(self):
        with self.assertRaisesRegex(ValueError, r"data\.X\[1\]\[0\] is nan"):
            self.api.train({"data": {"kind": "inline", "X": [[1.0], [float("nan")]], "y": [0, 1]}})


class Refusals(unittest.TestCase):
    def test_a_refusal_shows_every_field(self):
        with self.assertRaises(ApiError) as refused:
            Client().train({"data": {"kind": "moons", "m": -1}, "penalty": {"lambda": "much"}})
        self.assertEqual(refused.exception.status, 422)
        self.assertEqual([error["path"] for error in refused.exception.errors], ["data.m", "penalty.lambda"])
        for part in (refused.exception.detail, "data.m: ", "penalty.lambda: "):
            self.assertIn(part, str(refused.exception))

    def test_a_job_over_the_budget_comes_with_one_that_runs(self):
        spec = {"data": {"kind": "moons", "m": 20_000}, "training": {"epochs": 1_000_000, "recordEvery": 1_000_000}}
        with self.assertRaises(ApiError) as refused:
            Client().train(spec)
        self.assertIn("would fit: {", str(refused.exception))
        self.assertEqual(Client().explain(refused.exception.fits)["derived"]["m"], 20_000)

    def test_nobody_and_somebody_else(self):
        with self.assertRaises(UnreachableError):
            Client("http://127.0.0.1:9", retries=0).limits()

    def test_repeats_what_is_safe_and_nothing_else(self):
        for method, answers, asked, raised in (
            ("limits", [(500, {}), (200, {})], 2, None),
            ("limits", [(404, {}), (200, {})], 1, 404),
            ("train", [(429, {"Retry-After": "0"}), (200, {})], 2, None),
            ("train", [(500, {}), (200, {})], 1, 500),
            ("train", [(429, {"Retry-After": "600"}), (200, {})], 1, 429),
        ):
            with self.subTest(method=method, answers=answers), serving(answers) as (url, seen):
                call = getattr(Client(url), method)
                arguments = [SPEC] if method == "train" else []
                if raised is None:
                    self.assertEqual(call(*arguments), {"id": "x"})
                else:
                    with self.assertRaises(ApiError) as refused:
                        call(*arguments)
                    self.assertEqual(refused.exception.status, raised)
                self.assertEqual(len(seen), asked)


class serving:
    """A server that answers with these in turn, and what it was asked."""

    def __init__(self, answers):
        seen = []

        class Handler(BaseHTTPRequestHandler):
            def answer(self):
                status, headers = answers[len(seen)]
                seen.append(self.path)
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                refusal = f'{{"type": "/problems/x", "title": "No", "status": {status}, "detail": "because", "errors": []}}'
                self.wfile.write(b'{"id": "x"}' if status == 200 else refusal.encode())

            do_GET = do_POST = answer

            def log_message(self, *_):
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.seen = seen

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self.server.server_port}", self.seen

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()


class ThePackage(unittest.TestCase):
    def test_everything_public_is_documented(self):
        for name in lambda_over_2m.__all__:
            self.assertTrue(getattr(lambda_over_2m, name).__doc__, name)
        for name, method in vars(Client).items():
            if callable(method) and not name.startswith("_"):
                self.assertTrue(method.__doc__, name)
