"""Starts Rasa without TensorFlow: `python nlu/launcher.py train|run|shell …`, from the root of the project.

Rasa imports, at its start, packages that only its neural components, foreign channels and foreign stores use.
None of them is installed (see pyproject.toml). A finder at the *end* of `sys.meta_path` serves hollow modules
in their place, so that an installed package always wins. Once Rasa is imported, `guard` makes TensorFlow and
Keras unimportable: a pipeline that names a neural component is refused, instead of training a junk model.
"""

import importlib
import importlib.abc
import importlib.machinery
import os
import sys
import threading
from pathlib import Path
from types import ModuleType
from typing import Any, Sequence

ROOT = Path(__file__).resolve().parent.parent
HOLLOW = frozenset(
    """
    tensorflow tensorflow_hub tensorflow_text tensorflow_addons keras matplotlib networkx pydot randomname
    pymongo boto3 botocore psycopg2 aio_pika aiormq pamqp confluent_kafka cachecontrol absl
    aiogram fbmessenger mattermostwrapper rocketchat_API slack_sdk socketio engineio twilio webexteamssdk
    google.auth google.oauth2
    """.split()  # noqa: SIM905
)
UNIMPORTABLE = ("tensorflow", "keras")
IMPORTS_ALL_OF_RASA = (
    "rasa.__main__",
    "rasa.core.channels",
    "rasa.server",
    "rasa.engine.recipes.default_components",
)


class HollowModule(ModuleType):
    """Stands where a package is not installed.

    Capitalised names are empty classes, so that they can be derived from; all others are hollow modules; as a
    decorator it leaves what it decorates alone.
    """

    __path__: list[str] = []

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        found: Any = type(name, (), {}) if name[0].isupper() else HollowModule(f"{self.__name__}.{name}")
        setattr(self, name, found)
        return found

    def __call__(self, *args: Any, **_: Any) -> Any:
        return args[0] if args and callable(args[0]) else self


class HollowFinder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds `HOLLOW` packages and whatever is below them."""

    def find_spec(self, fullname: str, path: Any = None, target: Any = None) -> Any:
        parts = fullname.split(".")
        if parts[0] in HOLLOW or ".".join(parts[:2]) in HOLLOW:
            return importlib.machinery.ModuleSpec(fullname, self, is_package=True)
        return None

    def create_module(self, spec: Any) -> ModuleType:
        return HollowModule(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Nothing to run: the module is hollow."""


def guard() -> None:
    """Imports all of Rasa that wants the hollow modules, then makes the neural ones unimportable for good."""
    if not any(isinstance(finder, HollowFinder) for finder in sys.meta_path):
        sys.meta_path.append(HollowFinder())
    # Rasa's Bot Framework channel imports it by name; without `cryptography` PyJWT does not define it.
    vars(importlib.import_module("jwt.algorithms")).setdefault("RSAAlgorithm", None)
    for name in IMPORTS_ALL_OF_RASA:
        importlib.import_module(name)
    environment = importlib.import_module("rasa.utils.tensorflow.environment")
    if isinstance(sys.modules["tensorflow"], HollowModule):
        for name in UNIMPORTABLE:
            sys.modules[name] = None  # type: ignore[assignment]
        environment.setup_tf_environment = lambda: None  # type: ignore[attr-defined]


def leave_with_parent() -> None:
    """Ends this process when the pipe to its standard input closes: its parent is gone, however it went."""
    while os.read(0, 1024):
        pass
    os._exit(0)


def main(arguments: Sequence[str]) -> None:
    """Hands `arguments` to Rasa's own command line; the project is importable, nothing is reported abroad."""
    os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
    os.environ.setdefault("SQLALCHEMY_SILENCE_UBER_WARNING", "1")
    os.environ.setdefault("TQDM_DISABLE", "1")
    if os.environ.get("ERRAND_NLU_TIED"):
        threading.Thread(target=leave_with_parent, daemon=True).start()
    sys.path.insert(0, str(ROOT))
    guard()
    sys.argv = ["rasa", *arguments]
    importlib.import_module("rasa.__main__").main()


if __name__ == "__main__":
    main(sys.argv[1:])
