"""The API of lambda-over-2m from Python, in one file and with nothing but the standard library.

    from lambda_over_2m import Client, read_csv

    api = Client("http://localhost:8787")
    houses = read_csv("houses.csv", target="price")
    run = api.train({"data": houses, "optimizer": {"kind": "adam", "learningRate": 0.01}, "penalty": {"lambda": 0.5}})
    print(run["final"]["testLoss"])
    print(houses.outputs(api.predict(run, houses.inputs([{"rooms": 3, "area": 70}]))))

A spec is a dict, with the fields of the API's reference (/api/runs/); `lambda` is a word of Python's, so it is written as
a string. Wherever data are expected, NumPy arrays do as well as lists. Answers are the API's own JSON, as dicts.
Every call raises `ApiError` with the API's problem document, `UnreachableError`, or before anything is sent `InputError`.
"""

from __future__ import annotations

import csv
import http.client
import json
import math
import os
import random
import re
import statistics
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import warnings
from dataclasses import dataclass, field
from typing import Any, Callable, Dict, Iterator, List, Mapping, NamedTuple, Optional, Sequence, Union

__all__ = [
    "ApiError",
    "Client",
    "Event",
    "InputError",
    "Predictions",
    "Table",
    "UnreachableError",
    "from_arrays",
    "read_csv",
    "to_numpy",
]
__version__ = "0.1.0"

Json = Dict[str, Any]
"""An object of JSON. What its fields are is in the API's reference, at /api/ of every deployment."""
Row = Union[Sequence[float], Mapping[str, Any]]
"""An example: its values in the order of the columns, or by their names."""


class ApiError(Exception):
    """The API refused a request, or failed, and said why.

    `problem` is its problem document (RFC 9457); `status`, `detail`, `errors` (each a `path` and a `message`) and
    `fits`, a smaller request that would run, are taken from it. `retry_after` are seconds, where the API named them.
    """

    def __init__(self, problem: Json, retry_after: Optional[float] = None) -> None:
        self.problem = problem
        self.status: int = problem["status"]
        self.detail: str = problem["detail"]
        self.errors: List[Dict[str, str]] = problem.get("errors", [])
        self.fits: Optional[Json] = problem.get("fits")
        self.retry_after = retry_after
        lines = [f"{problem['title']}: {self.detail}"]
        named = [f"{error['path'] or 'the request'}: {error['message']}" for error in self.errors]
        lines += [f"  {line}" for line in named if line not in self.detail]
        if self.fits is not None:
            lines.append(f"  would fit: {_shorten(json.dumps(self.fits, ensure_ascii=False))}")
        super().__init__("\n".join(lines))


class UnreachableError(Exception):
    """No answer came, or one that is not from this API."""


class InputError(ValueError):
    """What was given is not what is needed here; `detail` says which row, line or column, and what would do."""

    def __init__(self, detail: str) -> None:
        self.detail = detail
        super().__init__(detail)


class Event(NamedTuple):
    """What happens while something trains: `progress`, and at last `result`; of a sweep `cell`, `progress`, `done`."""

    name: str
    data: Json


class Inputs(List[List[float]]):
    """Rows as a network takes them, with the names of their columns, which `Client.predict` sends along."""

    columns: Sequence[str] = ()


class Predictions(Dict[str, Any]):
    """What `Client.predict` answers: the API's dict; `data` are those of the run, where the run itself was given."""

    data: Optional[Json] = None


class Client:
    """A deployment of the API.

    url: its address, http://localhost:8787 unless given here or in the environment as LAMBDA_OVER_2M_URL
    timeout: seconds without a byte after which a request is given up
    retries: further attempts after one that may be repeated: a GET without an answer or with a 5xx, anything that was
        asked to wait (429), since then nothing was done
    longest_wait: seconds; a longer Retry-After is raised
    """

    def __init__(
        self, url: Optional[str] = None, *, timeout: float = 300, retries: int = 2, longest_wait: float = 60
    ) -> None:
        origin = url or os.environ.get("LAMBDA_OVER_2M_URL") or "http://localhost:8787"
        if not origin.startswith(("http://", "https://")):
            raise InputError(f"{origin!r} is no address: it begins with http:// or https://")
        self.base = origin.rstrip("/").removesuffix("/api/v1") + "/api/v1"
        self.timeout = timeout
        self.retries = retries
        self.longest_wait = longest_wait

    def train(self, spec: Mapping[str, Any]) -> Json:
        """Trains a spec, or finds its result; returns the run: `id`, `final`, `trace`, `derived` …

        Warns of a run that diverged (`status`), or that says nearly the same of all its training rows; `explain(run)` has
        the findings that tell why.
        """
        run = self._json("POST", "/runs", spec)
        doubt = _doubt_of(run)
        if doubt:
            _warn(doubt)
        return run

    def run(self, id: str) -> Json:
        """The run that has this id."""
        return self._json("GET", f"/runs/{_part(id)}")

    def compare(self, base: Mapping[str, Any], variants: Mapping[str, Mapping[str, Any]]) -> Dict[str, Json]:
        """Trains variants of a spec, {label: patch}; returns {label: run}."""
        answer = self._json("POST", "/comparisons", _comparison(base, variants))
        return {entry["label"]: entry["run"] for entry in answer["runs"]}

    def stream(self, spec: Mapping[str, Any]) -> Iterator[Event]:
        """Trains a spec and tells how it stands: events `progress`, then one `result` whose data is the run.

        Leaving the loop ends the training, unless somebody else waits for it.
        """
        return self._trained("/runs", spec)

    def stream_comparison(
        self, base: Mapping[str, Any], variants: Mapping[str, Mapping[str, Any]]
    ) -> Iterator[Event]:
        """As `compare`, told while it trains; progress has the `label` of a variant, the result is the API's."""
        return self._trained("/comparisons", _comparison(base, variants))

    def sweep(
        self,
        base: Mapping[str, Any],
        axes: Mapping[str, Sequence[Any]],
        progress: Union[bool, Callable[[Json], None]] = True,
    ) -> Json:
        """Trains every combination of the axes (`lambda`, `m`, `scaling`, `seed`) and waits for the last.

        progress: a line on standard error, which a terminal shows from the start and a pipe at the end, or a function that is
            given the counts of cells.
        Returns the sweep with its `results` and its `analysis`, whose `metric` chooses λ: the validation loss where the base's
        data set rows apart for it, else the test loss. Interrupted, the sweep goes on on the server, and the
        same call finds it again; whoever may want to stop it begins it with `start_sweep`, which gives the token.
        """
        begun = self.start_sweep(base, axes)
        show = progress if callable(progress) else _show_progress if progress else _show_nothing
        for event in self.sweep_events(begun["id"]):
            if event.name in ("progress", "done"):
                show(event.data["cells"])
        sweep = self._json("GET", f"/sweeps/{begun['id']}")
        show(sweep["cells"])
        if progress is True:
            sys.stderr.write("\n" if sys.stderr.isatty() else f"{_describe_cells(sweep['cells'])}\n")
        sweep["analysis"] = self._json("GET", f"/sweeps/{begun['id']}/analysis")
        return sweep

    def start_sweep(self, base: Mapping[str, Any], axes: Mapping[str, Sequence[Any]]) -> Json:
        """Begins a sweep, or finds the one that is there; `stopToken` is for `stop_sweep`."""
        return self._json("POST", "/sweeps", {"base": base, "axes": axes})

    def stop_sweep(self, id: str, token: str) -> Json:
        """Withdraws the interest that has this token: the sweep stops when it was the last."""
        return self._json("DELETE", f"/sweeps/{_part(id)}", headers={"Authorization": f"Bearer {token}"})

    def sweep_events(self, id: str) -> Iterator[Event]:
        """The events of a sweep until it is `done`; a broken connection is made again after the last cell."""
        last = ""
        attempt = 0
        while True:
            try:
                headers = {"Accept": "text/event-stream", **({"Last-Event-ID": last} if last else {})}
                with self._open("GET", f"/sweeps/{_part(id)}/events", None, headers) as answer:
                    for name, number, data in _read_events(answer):
                        attempt = 0
                        last = number or last
                        yield Event(name, data)
                        if name == "done":
                            return
                    if answer.status == 204:
                        return
            except (UnreachableError, http.client.HTTPException, OSError, ValueError) as error:
                attempt += 1
                if attempt >= 30:
                    raise UnreachableError(f"the sweep {id} has told nothing for half a minute") from error
            time.sleep(1)

    def convert(self, source: str, value: float, m: int, to: Sequence[str] = (), **query: Any) -> Json:
        """What a library's number is called elsewhere: `convert("pytorch-sgd", 0.01, 1000, to=["keras-l2"])`.

        to: the libraries asked for; all without it
        query: `batchSize`, `learningRate`, `loss`, `newM` …, as the reference has them
        """
        chosen = {"to": to if isinstance(to, str) else ",".join(to)} if to else {}
        query = {"from": source, "value": value, "m": m, **chosen, **query}
        return self._json("GET", "/convert?" + urllib.parse.urlencode(query))

    def convert_code(self, code: str, **known: Any) -> Json:
        """What decays in lines of training code or a configuration, and its λ: `decays`. Nothing of it is run.

        known: what the code leaves out, `m`, `batchSize`, `learningRate`, `epochs` …, as the reference has them
        """
        return self._json("POST", "/convert/code", {"code": code, **known})

    def explain(self, spec: Mapping[str, Any]) -> Json:
        """What a spec, or that of a run, implies before it trains: `derived` and `findings`, the worst first."""
        return self._json("POST", "/explain", spec["spec"] if "spec" in spec else spec)

    def predict(self, run: Union[str, Json], X: Any, columns: Optional[Sequence[str]] = None) -> Predictions:
        """What a run's network says of rows, [n][features] in the units of its data: those of a table go through `inputs`.

        columns: names of the columns of X; those that `inputs` gives or a pandas DataFrame has, unless given. The API orders by
            them, and refuses others than those of the run, where its data had names
        Returns `prediction`: a probability or a value a row, or one probability a class; `class` where there are any.
        Warns where rows are far outside what the run was trained on (`outside`).
        """
        names = list(getattr(X, "columns", ()) if columns is None else columns)
        named = {"columns": names} if names and all(isinstance(name, str) for name in names) else {}
        answer = Predictions(self._json("POST", f"/runs/{_id_of(run)}/predictions", {"X": X, **named}))
        answer.data = None if isinstance(run, str) else run.get("spec", {}).get("data")
        if "outside" in answer:
            _warn(_describe_outside(answer["outside"]))
        return answer

    def weights(self, run: Union[str, Json]) -> Json:
        """The network after its training: `W` [layer][out][in] and `b` [layer][out]; `to_numpy` makes arrays."""
        return self._json("GET", f"/runs/{_id_of(run)}/weights")

    def save_weights(self, run: Union[str, Json], path: Union[str, "os.PathLike[str]"]) -> None:
        """Writes the weights to a file: `.npz` for NumPy, `.safetensors`, or `.json`, by the end of its name."""
        suffix = os.path.splitext(path)[1]
        if suffix not in _WEIGHT_FILES:
            raise InputError(f"{os.fspath(path)} ends in none of {', '.join(_WEIGHT_FILES)}")
        content = self._read("GET", f"/runs/{_id_of(run)}/weights", headers={"Accept": _WEIGHT_FILES[suffix]})
        with open(path, "wb") as file:
            file.write(content)

    def export(self, run: Union[str, Json], target: str = "pytorch") -> str:
        """A program that repeats a run: `pytorch`, `keras` or `scikit-learn`."""
        query = urllib.parse.urlencode({"target": target})
        return self._read("GET", f"/runs/{_id_of(run)}/export?{query}", headers={"Accept": "text/x-python"}).decode()

    def data_set(self, kind: str, **query: Any) -> Json:
        """The rows of a data set, `X` and `y`: `data_set("moons", m=100, noise=0.2)`."""
        return self._json("GET", f"/datasets/{_part(kind)}?{urllib.parse.urlencode(query)}")

    def experiment(self, name: str) -> Json:
        """The committed result of one of the article's claims; `experiments` names them."""
        return self._json("GET", f"/experiments/{_part(name)}")

    def experiments(self) -> List[Json]:
        """The article's claims: `name`, `claims`, `status`, `title`."""
        listed: List[Json] = self._json("GET", "/experiments")["experiments"]
        return listed

    def limits(self) -> Json:
        """Every bound of this deployment."""
        return self._json("GET", "/limits")

    def _trained(self, path: str, body: Mapping[str, Any]) -> Iterator[Event]:
        """The events of a request that trains, until its result."""
        try:
            with self._open("POST", path, body, {"Accept": "text/event-stream"}) as answer:
                for name, _, data in _read_events(answer):
                    if name == "problem":
                        raise ApiError(data)
                    yield Event(name, data)
                    if name == "result":
                        return
        except (http.client.HTTPException, OSError) as error:
            raise UnreachableError(f"{self.base}{path} broke off its events: {error}") from error
        raise UnreachableError(f"{self.base}{path} ended its events before the result")

    def _json(
        self, method: str, path: str, body: Any = None, headers: Optional[Mapping[str, str]] = None
    ) -> Json:
        answer: Json = json.loads(self._read(method, path, body, headers))
        return answer

    def _read(
        self, method: str, path: str, body: Any = None, headers: Optional[Mapping[str, str]] = None
    ) -> bytes:
        try:
            with self._open(method, path, body, headers or {"Accept": "application/json"}) as answer:
                content: bytes = answer.read()
                return content
        except (http.client.HTTPException, OSError) as error:
            raise UnreachableError(f"{self.base}{path} broke off its answer: {error}") from error

    def _open(self, method: str, path: str, body: Any, headers: Mapping[str, str]) -> Any:
        """The response of one request, repeated only where that is safe."""
        sent = None if body is None else json.dumps(_plain(body, "")).encode()
        request = urllib.request.Request(self.base + path, sent, dict(headers), method=method)
        if sent is not None:
            request.add_header("Content-Type", "application/json")
        for attempt in range(self.retries + 1):
            error: Union[ApiError, UnreachableError]
            try:
                return urllib.request.urlopen(request, timeout=self.timeout)
            except urllib.error.HTTPError as refusal:
                error = _refusal_of(refusal)
            except (http.client.HTTPException, OSError) as cause:  # URLError is an OSError
                error = UnreachableError(f"{self.base}{path} does not answer: {cause}")
            wait = _wait_before(error, method, attempt)
            if wait is None or attempt == self.retries or wait > self.longest_wait:
                raise error
            time.sleep(wait)
        raise AssertionError("the last attempt returns or raises")


_WEIGHT_FILES = {
    ".npz": "application/x-npz",
    ".safetensors": "application/x-safetensors",
    ".json": "application/json",
}


@dataclass(frozen=True)
class Table:
    """Examples of one's own: what a spec takes as `data`, and the way from and to their own units.

    Inputs, and the targets of a regression, have the mean of the training rows subtracted and are divided by their
    standard deviation, unless that was turned off; then means are 0 and scales 1.
    """

    X: List[List[float]]
    y: List[float]
    test_X: List[List[float]]
    test_y: List[float]
    features: List[str]
    """Names of the columns of X."""
    target: str
    classes: Optional[List[Any]]
    """What the class numbers stand for; None for a regression."""
    means: List[float]
    scales: List[float]
    target_mean: float
    target_scale: float
    validation_X: List[List[float]] = field(default_factory=list)
    """Held-out rows that choose λ and when to stop, so that those of `test_X` choose nothing."""
    validation_y: List[float] = field(default_factory=list)

    @property
    def data(self) -> Json:
        """What a spec takes as `data`; the names of the columns are in it where the API takes them as names."""
        held_out = self.validation_X + self.test_X
        return {
            "kind": "inline",
            "X": self.X,
            **({"columns": self._names} if self._names else {}),
            "y": self.y,
            "test": {"X": held_out, "y": self.validation_y + self.test_y} if held_out else None,
            **({"validation": len(self.validation_X)} if self.validation_X else {}),
        }

    @property
    def _names(self) -> List[str]:
        """The features where each may name a column; else none."""
        return self.features if all(0 < len(name) <= _LONGEST_NAME for name in self.features) else []

    def inputs(self, rows: Sequence[Row]) -> Inputs:
        """Rows in their own units as the network takes them; a row is a list in the order of `features`, or a dict.

        Columns of a pandas DataFrame are taken by their names where these are the features', in whatever order they stand.

        Raises InputError with the row and the feature for a value that is missing or is no number.
        """
        if isinstance(rows, Mapping):
            raise InputError("one row stands in a list too: inputs([row])")
        listed = _listed(rows)
        names = [str(name) for name in getattr(rows, "columns", ())]
        if any(name in names for name in self.features):
            listed = [dict(zip(names, row)) for row in listed]
        taken = Inputs(
            [(value - mean) / scale for value, mean, scale in zip(self._values(row, at), self.means, self.scales)]
            for at, row in enumerate(listed)
        )
        taken.columns = self._names
        return taken

    def outputs(self, predicted: Json) -> List[Any]:
        """What `predict` answered in the target's own words: the most probable class, or a value in its own unit.

        Raises InputError for what a run said that was not trained on this table: of other data, where `predict` was given
        the run and not its id alone, and of other targets or classes always.
        """
        self._check_outputs(predicted)
        if self.classes is not None:
            return [None if number is None else self.classes[number] for number in predicted["class"]]
        return [None if value is None else value * self.target_scale + self.target_mean for value in predicted["prediction"]]

    def in_units(self, error: Mapping[str, Optional[float]]) -> Dict[str, Optional[float]]:
        """`final["rmse"]` or `final["mae"]` of a run in the target's own unit: times `target_scale`, of train and test."""
        return {part: None if value is None else value * self.target_scale for part, value in error.items()}

    def __str__(self) -> str:
        kind = "a regression" if self.classes is None else f"{len(self.classes)} classes"
        validating = f", {len(self.validation_X)} that validate" if self.validation_X else ""
        rows = f"{len(self.X)} rows{validating} and {len(self.test_X)} held out"
        return f"{self.target!r} ({kind}) by {', '.join(map(repr, self.features))}: {rows}"

    def _check_outputs(self, predicted: Json) -> None:
        """Raises InputError where predictions cannot be those of a run of this table."""
        if not isinstance(predicted, Mapping) or not ("prediction" in predicted or "class" in predicted):
            raise InputError(f"{_shorten(repr(predicted), 50)} is not what predict answers")
        run = f"the run {predicted['run']}" if "run" in predicted else "this"
        own = f"and this table is {_shorten(str(self), 200)}"
        if (self.classes is None) != ("class" not in predicted):
            raise InputError(f"{run} predicts {'classes' if 'class' in predicted else 'values'}, {own}")
        if self.classes is not None:
            first = predicted.get("prediction", [None])[0]
            told_apart = len(first) if isinstance(first, list) else 2
            largest = max((number for number in predicted["class"] if number is not None), default=0)
            if first is not None and told_apart != max(2, len(self.classes)) or largest >= len(self.classes):
                raise InputError(f"{run} tells {max(told_apart, largest + 1)} classes apart, {own}")
        data = getattr(predicted, "data", None)
        if data is not None and not self._has(data):
            raise InputError(f"{run} was trained on rows that are not in this table, {own}")

    def _has(self, data: Json) -> bool:
        """Whether a run's data are rows of this table, or some of them."""
        rows, targets = self.X + self.validation_X + self.test_X, self.y + self.validation_y + self.test_y
        own = {(*row, target) for row, target in zip(rows, targets)}
        return all((*row, target) in own for row, target in zip(data.get("X", [[]]), data.get("y", [0])))

    def _values(self, row: Row, at: int) -> List[float]:
        if isinstance(row, Mapping):
            lacking = [name for name in self.features if name not in row]
            if lacking:
                raise InputError(f"row {at} has no {', '.join(map(repr, lacking))}; the features are {self.features}")
            row = [row[name] for name in self.features]
        values = _row(row, at)
        if len(values) != len(self.features):
            raise InputError(f"row {at} has {len(values)} values, and there are {len(self.features)} features: {self.features}")
        return [_float(value, f"row {at}, {name!r}") for value, name in zip(values, self.features)]


def read_csv(
    path: Union[str, "os.PathLike[str]"],
    target: str,
    features: Optional[Sequence[str]] = None,
    *,
    exclude: Sequence[str] = (),
    missing: str = "refuse",
    kind: Optional[str] = None,
    test: float = 0.25,
    validation: float = 0,
    seed: int = 0,
    standardize: bool = True,
    delimiter: str = ",",
    encoding: str = "utf-8-sig",
) -> Table:
    """Reads a CSV file with a header.

    target: the column to be predicted; words, or at most twenty different whole numbers, are classes
    features: the columns to predict it from; all others unless given, an id too: `print(table)` names those taken
    exclude: columns to leave out, instead of naming all others
    missing: "drop" leaves rows without a value in one of these columns out, and warns how many went
    kind: "regression" or "classes", where the target's whole numbers are not what they are taken for; a regression on
        whole numbers that are not standardized needs a `loss` in its spec too
    test: the share of rows that is held out, from 0 to below 1
    validation: the share that is held out to choose by: a sweep takes λ by these rows, early stopping its end, and `test` is
        left to judge. 0 leaves both to the rows that test
    seed: shuffles the rows before. Classes are divided so that each has its share of every part, within a row or so, and one
        row at least that trains
    standardize: subtract the means of the training rows and divide by their standard deviations
    delimiter, encoding: of the file; UTF-8 with or without a byte order mark unless given

    Raises InputError with the line and the column for what is missing or is no number, of each column that has such a cell,
    and for a target whose words are as different as measured numbers; warns of a column that numbers the rows, since it is an
    input unless `features` or `exclude` leaves it out.
    """
    for argument, given in (("features", features), ("exclude", exclude)):
        if isinstance(given, str):
            raise InputError(f"{argument} is a list of names: [{given!r}]")
    if missing not in ("refuse", "drop"):
        raise InputError(f'missing is {missing!r}; it is "refuse", or "drop" to leave such rows out')
    name = os.fspath(path)
    rows: List[List[str]] = []
    lines: List[int] = []
    with open(path, newline="", encoding=encoding) as file:
        reader = csv.reader(file, delimiter=delimiter, strict=True)
        try:
            names = [column.strip() for column in next(reader, [])]
            left_out = {target, *exclude}
            wanted = [column for column in names if column not in left_out] if features is None else list(features)
            _check_columns(name, names, target, wanted, exclude)
            places = [names.index(column) for column in [*wanted, target]]
            for cells in filter(None, reader):
                if len(cells) != len(names):
                    where = f"{name}, line {reader.line_num}"
                    raise InputError(f"{where}: {len(cells)} cells, and the header names {len(names)} columns")
                rows.append([cells[place].strip() for place in places])
                lines.append(reader.line_num)
        except UnicodeDecodeError as error:
            raise InputError(f"{name} is not in UTF-8: name its encoding, such as 'latin-1'") from error
        except csv.Error as error:
            raise InputError(f"{name}, line {reader.line_num}: {error}; a cell in quotes ends with a quote") from error
    if not rows:
        raise InputError(f"{name} has no row below its header")
    kept = _complete_rows(name, [*wanted, target], rows, lines, missing)
    X = [[float(text) for text in rows[at][:-1]] for at in kept]
    targets = _read_targets([rows[at][-1] for at in kept], kind, lambda at: f"{name}, line {lines[kept[at]]}, column {target!r}")
    if features is None:
        _warn_of_row_numbers(name, X, wanted)
    return from_arrays(
        X, targets, wanted, target, kind=kind, test=test, validation=validation, seed=seed, standardize=standardize
    )


def from_arrays(
    X: Any,
    y: Any,
    features: Optional[Sequence[str]] = None,
    target: str = "y",
    *,
    kind: Optional[str] = None,
    test: float = 0.25,
    validation: float = 0,
    seed: int = 0,
    standardize: bool = True,
) -> Table:
    """A table from rows [m][features] and targets [m], as lists, arrays or frames of pandas; the rest as in `read_csv`.

    Raises InputError with the row for what is missing or is no number, and where the targets to learn from are all the same;
    warns of whole numbers with gaps, or with few rows each, that are taken for classes.
    """
    if kind not in (None, "regression", "classes"):
        raise InputError(f'kind is {kind!r}; it is "regression" or "classes"')
    rows = [
        [_float(value, f"X[{at}][{column}]") for column, value in enumerate(_row(row, at))]
        for at, row in enumerate(_listed(X))
    ]
    named = features if features is not None else getattr(X, "columns", None)
    if named is not None and len(set(named)) < len(named):
        raise InputError(f"the features are {list(named)}: each name once")
    if named is not None and rows and len(named) != len(rows[0]):
        raise InputError(f"{len(named)} features are named, and a row has {len(rows[0])} values")
    targets = _listed(y)
    if len(rows) != len(targets) or not rows:
        raise InputError(f"X has {len(rows)} rows and y {len(targets)}; both need the same number, at least one")
    for at, row in enumerate(rows):
        if len(row) != len(rows[0]) or not row:
            raise InputError(f"X[{at}] has {len(row)} values, and X[0] {len(rows[0])}; each needs as many, at least one")
    classes = _classes_of(targets, target, kind)
    numbers = [float(classes.index(one)) for one in targets] if classes is not None else [float(one) for one in targets]
    trained, validated, tested = _split(numbers, classes is not None, test, validation, seed)
    if len({numbers[index] for index in trained}) == 1:
        where = "" if len(set(numbers)) == 1 else " in all rows that train; hold out fewer of them, or others by seed"
        raise InputError(f"{target!r} is always {targets[trained[0]]!r}{where}: there is nothing to learn")
    columns = list(zip(*(rows[index] for index in trained)))
    scaled = [_scale(column) if standardize else (0.0, 1.0) for column in columns]
    target_mean, target_scale = (
        _scale([numbers[index] for index in trained]) if standardize and classes is None else (0.0, 1.0)
    )

    def inputs(indices: List[int]) -> List[List[float]]:
        return [[(value - mean) / scale for value, (mean, scale) in zip(rows[index], scaled)] for index in indices]

    def outputs(indices: List[int]) -> List[float]:
        return [(numbers[index] - target_mean) / target_scale for index in indices]

    return Table(
        X=inputs(trained),
        y=outputs(trained),
        test_X=inputs(tested),
        test_y=outputs(tested),
        features=[str(name) for name in named] if named is not None else [f"x{index + 1}" for index in range(len(columns))],
        target=target,
        classes=classes,
        means=[mean for mean, _ in scaled],
        scales=[scale for _, scale in scaled],
        target_mean=target_mean,
        target_scale=target_scale,
        validation_X=inputs(validated),
        validation_y=outputs(validated),
    )


def _split(
    targets: List[float], are_classes: bool, test: float, validation: float, seed: int
) -> "tuple[List[int], List[int], List[int]]":
    """Which rows train, validate and test, shuffled by a seed.

    Of classes, row i of the n of one has place i/n: in the order of these places every stretch has each class in its
    proportion, and the last row of each, which therefore trains, is at the end.
    """
    for name, share in (("test", test), ("validation", validation)):
        if not 0 <= share < 1:
            raise InputError(f"{name} is {share}; it is the share of rows that is held out, from 0 to below 1")
    many = len(targets)
    tested = min(round(test * many), many - 1)
    validated = max(1, round(validation * many)) if validation > 0 else 0
    if validated > 0 and (tested == 0 or tested + validated >= many):
        counted = f"of {many} rows test = {test} takes {tested} and validation = {validation} takes {validated}"
        raise InputError(f"{counted}; each needs one at least, and one is needed to train")
    order = list(range(many))
    random.Random(seed).shuffle(order)
    place = {row: 0.0 for row in order}
    if are_classes:
        members: Dict[float, List[int]] = {}
        for row in order:
            members.setdefault(targets[row], []).append(row)
        place = {row: (at + 1) / len(rows) for rows in members.values() for at, row in enumerate(rows)}
    drawn = sorted(order, key=place.__getitem__)[: tested + validated]
    held_out = set(drawn)
    return [row for row in order if row not in held_out], drawn[:validated], drawn[validated:]


def to_numpy(weights: Json) -> List[Any]:
    """The layers of `Client.weights`, or of a run that has them, as NumPy arrays: [(W [out][in], b [out]), …].

    Raises TypeError for a run that was trained without `output.weights`.
    """
    import numpy

    found = weights.get("weights", weights) if isinstance(weights, Mapping) else {}
    if "W" not in found:
        given = "a run without its weights" if "final" in found else _shorten(repr(weights), 50)
        raise TypeError(f"this is {given}: to_numpy takes api.weights(run), or a run trained with output.weights true")
    return [
        (numpy.array(W, dtype=numpy.float32), numpy.array(b, dtype=numpy.float32))
        for W, b in zip(found["W"], found["b"])
    ]


_LONGEST_NAME = 80
"""Characters of a name that the API takes."""

MOST_CLASSES = 20
"""More different whole numbers than this are an amount, not classes."""

LEAST_ROWS = 5
"""Fewer rows a class than this may be counts that repeat by chance."""


def _classes_of(targets: List[Any], target: str, kind: Optional[str]) -> Optional[List[Any]]:
    """The different targets in order, where they are classes: by `kind`, or by what they are."""
    for at, one in enumerate(targets):
        is_no_word = isinstance(one, str) and one.strip().lower() in _MISSING - _WORDS_TOO
        if one is None or is_no_word or isinstance(one, float) and not math.isfinite(one):
            raise InputError(f"y[{at}] is {one!r}: leave rows whose target is missing out")
    words = sum(isinstance(one, str) for one in targets)
    if words == len(targets) and kind != "regression":
        classes = sorted(set(targets))
        if kind is None:
            _refuse_measured(targets, classes, target)
        return classes
    if 2 * words > len(targets) and kind != "regression":
        at = next(at for at, one in enumerate(targets) if not isinstance(one, str))
        counted = f"{words} of the {len(targets)} targets are words"
        raise InputError(f"y[{at}] is {targets[at]!r}, and {counted}; classes are words in every row")
    different = sorted({_float(one, f"y[{at}]") for at, one in enumerate(targets)})
    is_whole = all(one.is_integer() for one in different)
    if kind is None and is_whole and len(different) > MOST_CLASSES and different == _numbered_from(different[0], len(different)):
        counted = f"{target!r} has {len(different)} different whole numbers from {different[0]:g} on, more than {MOST_CLASSES}"
        _warn(f'{counted}, and is taken for an amount: kind="classes" if they are classes, kind="regression" if not')
    if kind == "regression" or kind is None and not (is_whole and len(different) <= MOST_CLASSES):
        return None
    if not is_whole:
        return different
    are_few = len(different) > 2 and len(targets) < LEAST_ROWS * len(different)
    if kind is None and (are_few or different[-1] - different[0] >= len(different)):
        taken = f"{target!r} is taken for {len(different)} classes, {', '.join(f'{one:g}' for one in different)}"
        _warn(f'{taken}: kind="regression" if it is an amount, kind="classes" if it is none')
    return [int(one) for one in different]


def _numbered_from(first: float, many: int) -> Optional[List[float]]:
    """Numbers as classes have them: without gaps, from 0 or 1 on."""
    return [first + at for at in range(many)] if first in (0, 1) else None


_BEGINS_WITH_NUMBER = re.compile(r"[^\w]?\s*[-+]?[.,]?\d")
"""As an amount with a unit does, before it or behind."""


def _refuse_measured(targets: List[str], classes: List[str], target: str) -> None:
    """Raises InputError for words that are amounts: each row its own, or more numbers with a unit than there are classes."""
    is_each_its_own = len(classes) > max(5, 0.8 * len(targets))
    numbers = sum(bool(_BEGINS_WITH_NUMBER.match(one)) for one in classes)
    if is_each_its_own or 2 * numbers > len(classes) > MOST_CLASSES:
        counted = f"{target!r} has {len(classes)} different values in {len(targets)} rows, the first {targets[0]!r}"
        remedy = "remove the unit, and what stands between thousands, so that each is a number"
        raise InputError(f'{counted}: is it measured? {remedy}; kind="classes" if each is a class')


def _read_targets(texts: List[str], kind: Optional[str], where: Callable[[int], str]) -> Sequence[Any]:
    """The cells of a target as numbers, where they are; as words, where they name classes.

    Raises InputError for a word among numbers that are measured: a class of its own would make classes of all of them.
    """
    numbers = [_number_or_none(text) for text in texts]
    found = [number for number in numbers if number is not None]
    if len(found) == len(texts):
        return found
    is_measured = len(set(found)) > MOST_CLASSES or not all(number.is_integer() for number in found)
    if kind == "regression" or kind is None and is_measured:
        at = numbers.index(None)
        counted = f"and {len(found)} of the {len(texts)} targets are numbers"
        raise InputError(f"{where(at)}: {texts[at]!r} is no number, {counted}; mend it, or leave the row out")
    return texts


def _complete_rows(file: str, names: List[str], rows: List[List[str]], lines: List[int], missing: str) -> List[int]:
    """Which rows have a value in every column, of which the target is the last.

    Raises InputError with a line for each column whose cells are missing, unless `missing` is "drop", or are no numbers.
    """
    lacking: Dict[str, List[int]] = {}
    faults = []
    words = []
    for place, name in enumerate(names):
        texts = [row[place] for row in rows]
        none = [at for at, text in enumerate(texts) if _number_or_none(text) is None]
        is_target = place == len(names) - 1
        may_be_words = _WORDS_TOO if is_target and len(none) == len(texts) else set()
        gone = [at for at in none if texts[at].lower() in _MISSING - may_be_words]
        bad = [] if is_target else [at for at in none if texts[at].lower() not in _MISSING]
        if bad:
            words.append(name)
            faults.append(f"line {lines[bad[0]]}, column {name!r}: {_fault_of(texts[bad[0]])}; {len(bad)} of {len(rows)} rows")
        elif gone:
            lacking[name] = gone
            if missing != "drop":
                renamed = ", unless it is a class, which needs another name" if may_be_words and texts[gone[0]] else ""
                told = f"{_fault_of(texts[gone[0]])}{renamed}; {len(gone)} of {len(rows)} rows"
                faults.append(f"line {lines[gone[0]]}, column {name!r}: {told}")
    incomplete = {at for gone in lacking.values() for at in gone}
    if faults:
        good = len(words) < len(names) - 1
        remedies = [f"exclude={words} leaves what are no numbers out" if good else "no other column is left"] if words else []
        if lacking and missing != "drop":
            remedies.append(f'missing="drop" leaves the {len(incomplete)} rows without a value out, or fill them in')
        raise InputError("\n  ".join([f"{file}: {'; '.join(remedies)}", *faults]))
    if incomplete:
        counted = ", ".join(f"{name!r} in {len(gone)}" for name, gone in lacking.items())
        if len(incomplete) == len(rows):
            raise InputError(f"{file}: a value is missing in every row ({counted}); exclude=[…] leaves a column out")
        _warn(f"{file}: {len(incomplete)} of {len(rows)} rows are left out, where a value is missing ({counted})")
    return [at for at in range(len(rows)) if at not in incomplete]


_NAMED_AS_ID = re.compile(r"(.*[_ ])?id|index|unnamed: 0|", re.IGNORECASE)


def _numbers_rows(name: str, column: Sequence[float]) -> bool:
    """Whether a column is as an id is: whole numbers, all different, and named so or nearly without gaps."""
    if len(column) < 3 or len(set(column)) < len(column) or not all(value.is_integer() for value in column):
        return False
    return _NAMED_AS_ID.fullmatch(name) is not None or max(column) - min(column) + 1 <= 1.2 * len(column)


def _warn_of_row_numbers(file: str, X: List[List[float]], names: List[str]) -> None:
    """Warns of columns that number the rows, in whatever order."""
    numbering = [name for name, column in zip(names, zip(*X)) if _numbers_rows(name, column)]
    if numbering and len(numbering) < len(names):
        said = f"{file}: {', '.join(map(repr, numbering))} seems to number the rows, and is taken as an input"
        _warn(f"{said}; exclude={numbering} leaves it out")


def _scale(column: Sequence[float]) -> "tuple[float, float]":
    """Mean and standard deviation; 1 for a column that is everywhere the same."""
    return statistics.fmean(column), statistics.pstdev(column) or 1.0


def _check_columns(file: str, names: List[str], target: str, wanted: List[str], exclude: Sequence[str]) -> None:
    """Raises InputError where a header does not name what is asked of it."""
    for name in [target, *wanted, *exclude]:
        if name not in names:
            other = next((mark for mark in ";\t|" if len(names) == 1 and mark in names[0]), None)
            hint = f"; is delimiter={other!r} meant?" if other else ""
            raise InputError(f"{file} has no column {name!r}; it has {names}{hint}")
        if names.count(name) > 1:
            raise InputError(f"{file} names two columns {name!r}")
    if all(_number_or_none(name) is not None for name in names):
        raise InputError(f"{file} begins with {names}: a first line with the names of the columns is needed")
    if target in exclude or set(exclude) & set(wanted):
        raise InputError(f"exclude is {list(exclude)}, and the target {target!r} and the features {wanted} are needed")
    if not wanted or target in wanted or len(set(wanted)) < len(wanted):
        raise InputError(f"the features are {wanted}: each once, at least one, and not {target!r}, which they predict")


def _fault_of(text: str) -> str:
    """What is wrong with a cell that is no number."""
    if not text:
        return "the cell is empty"
    if text.lower() in _MISSING:
        return f"{text!r} stands for a missing value"
    written = any(mark in ",_" or not mark.isascii() for mark in text) and any(mark.isdigit() for mark in text)
    remedy = "; a decimal point is needed, digits from 0 to 9, and nothing between thousands" if written else ""
    return f"{text!r} is no number{remedy}"


_MISSING = {"", "na", "n/a", "nan", "null", "none", "-", "?"}
_WORDS_TOO = {"none", "-"}
"""Of these what may be a class among words."""


def _float(value: Any, where: str) -> float:
    """A number that stands at some place. Raises InputError for what is none, and for NaN and infinities."""
    try:
        number = float(value)
    except (TypeError, ValueError):
        number = None
    if number is None or isinstance(value, str) and math.isfinite(number) and _number_or_none(value) is None:
        raise InputError(f"{where} is {value!r}, which is no number")
    if not math.isfinite(number):
        raise InputError(f"{where} is {number}; leave rows with missing values out, or fill them in")
    return number


def _row(row: Any, at: int) -> List[Any]:
    """The values of a row. Raises InputError for a number or a text where a row is expected."""
    if isinstance(row, str) or not (hasattr(row, "tolist") or isinstance(row, Sequence)):
        raise InputError(f"row {at} is {row!r}; each row is a list of values, also where there is one only")
    return _listed(row)


_DECIMAL = re.compile(r"\s*[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)(e[-+]?[0-9]+)?\s*", re.IGNORECASE)
"""As the API reads a table: float() takes 1_000 for a number too, and the digits of other scripts."""


def _number_or_none(text: str) -> Optional[float]:
    value = float(text) if _DECIMAL.fullmatch(text) else math.inf
    return value if math.isfinite(value) else None


def _plain(value: Any, path: str) -> Any:
    """A value as JSON has it: tables, NumPy arrays and numbers included. Raises for what JSON cannot say."""
    if isinstance(value, Table):
        if not path:
            raise InputError('a table is the data of a spec: {"data": table}')
        return value.data
    if hasattr(value, "tolist") or hasattr(value, "to_numpy"):
        value = value.item() if hasattr(value, "item") and getattr(value, "ndim", 1) == 0 else _listed(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(inner, f"{path}.{key}" if path else str(key)) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(inner, f"{path}[{index}]") for index, inner in enumerate(value)]
    if isinstance(value, float) and not math.isfinite(value):
        raise InputError(f"{path} is {value}, which JSON cannot say; leave rows with missing values out, or fill them in")
    return value


def _listed(values: Any) -> List[Any]:
    if hasattr(values, "to_numpy"):  # of pandas
        values = values.to_numpy()
    listed: List[Any] = values.tolist() if hasattr(values, "tolist") else list(values)
    return listed


def _id_of(run: Union[str, Json]) -> str:
    if not isinstance(run, str) and not (isinstance(run, Mapping) and "id" in run):
        raise InputError(f"{_shorten(repr(run), 50)} is neither a run nor its id")
    return _part(run if isinstance(run, str) else run["id"])


def _comparison(base: Mapping[str, Any], variants: Mapping[str, Mapping[str, Any]]) -> Json:
    """The request of a comparison. Raises TypeError for variants without labels."""
    if not isinstance(variants, Mapping):
        raise TypeError(f"variants are a dict, {{label: patch}}, and not {_shorten(repr(variants), 50)}")
    return {"base": base, "variants": [{"label": label, "patch": patch} for label, patch in variants.items()]}


def _doubt_of(run: Json) -> Optional[str]:
    """Why a run is of no use, or of another than was meant, where it says so itself."""
    implied = "explain(run)['findings'] says what the spec implies"
    if run.get("status") == "diverged":
        return f"the run diverged in epoch {run.get('divergedAt')}: a number became infinite; {implied}"
    final = run.get("final", {})
    fitted = final.get("r2", {}).get("train")
    if fitted is not None and fitted < 0.01:
        return f"the run fits its training rows no better than their mean (R² {fitted:.3g}); {implied}"
    counts = final.get("confusion", {}).get("train", [])
    given = sum(any(row) for row in counts)
    if given < len(counts) > 2 and run.get("spec", {}).get("data", {}).get("kind") == "inline":
        told_apart = f"the run tells {len(counts)} classes apart, 0 to the largest y, and its training rows have {given} of them"
        return f"{told_apart}; from_arrays numbers classes without gaps; state `loss` where y is an amount"
    if given > 1 and sum(any(column) for column in zip(*counts)) == 1:
        return f"the run takes all its training rows for one class; {implied}"
    return None


def _describe_outside(outside: Json) -> str:
    """What the API says of rows that are far from those a run was trained on."""
    many = outside["rows"]
    least, most = outside["range"]
    rows = "1 row is" if many == 1 else f"{many} rows are"
    place = f"row {outside['row']} has {outside['value']:.6g} in column {outside['column']}"
    said = f"{rows} far outside what the run was trained on ({place}, and it had {least:.6g} to {most:.6g} there)"
    return f"{said}; rows of a table go through table.inputs(rows) first"


def _part(text: str) -> str:
    return urllib.parse.quote(text, safe="")


def _read_events(answer: Any) -> "Iterator[tuple[str, str, Json]]":
    """The events of a stream (WHATWG HTML, "Interpreting an event stream"): name, id and data of each."""
    name, number = "message", ""
    data: List[str] = []
    for raw in answer:
        line = raw.decode().rstrip("\r\n")
        field, _, value = line.partition(":")
        value = value[1:] if value.startswith(" ") else value
        if line == "":
            if data:
                yield name, number, json.loads("\n".join(data))
            name, number, data = "message", "", []
        elif field == "event":
            name = value
        elif field == "id":
            number = value
        elif field == "data":
            data.append(value)


def _refusal_of(refusal: urllib.error.HTTPError) -> Union[ApiError, UnreachableError]:
    with refusal:
        content = refusal.read()
    try:
        problem = json.loads(content)
        after = refusal.headers.get("Retry-After")
        return ApiError(problem, float(after) if after else None)
    except (ValueError, KeyError, TypeError):
        return UnreachableError(f"{refusal.url} answered {refusal.code}, and not as this API does")


def _wait_before(error: Union[ApiError, UnreachableError], method: str, attempt: int) -> Optional[float]:
    """Seconds to wait before another attempt, None where there must be none."""
    if isinstance(error, ApiError) and error.status == 429:
        return error.retry_after
    transient = isinstance(error, UnreachableError) or error.status >= 500
    return 0.25 * 2**attempt if method == "GET" and transient else None


def _describe_cells(cells: Json) -> str:
    failed = f", {cells['failed']} failed" if cells["failed"] else ""
    return f"{cells['done'] + cells['failed']} of {cells['total']} cells, {cells['trained']} trained{failed}"


def _show_progress(cells: Json) -> None:
    """Writes over its own line, which a pipe cannot."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{_describe_cells(cells)}")
        sys.stderr.flush()


def _show_nothing(cells: Json) -> None:
    pass


def _warn(said: str) -> None:
    """Warns at the line that called this module, however deep in it the reason was found."""
    level = 1
    while sys._getframe(level).f_globals is globals():
        level += 1
    warnings.warn(said, stacklevel=level + 1)


def _shorten(text: str, most: int = 500) -> str:
    return text if len(text) <= most else f"{text[:most]}…"
