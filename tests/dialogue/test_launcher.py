"""The launcher: what is not installed is hollow, TensorFlow stays out, and goes with its parent."""

import subprocess
from pathlib import Path

import pytest

from bot.dialogue.environment import NluProject
from tests.kit.rasa import ROOT, RunningRasa

pytestmark = pytest.mark.rasa


def python_of_nlu(code: str, timeout_seconds: float = 120) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [ROOT / "nlu" / ".venv" / "bin" / "python", "-W", "ignore", "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=timeout_seconds,
        check=False,
    )


def test_after_the_guard_tensorflow_cannot_be_imported(rasa: RunningRasa) -> None:
    done = python_of_nlu(
        "from nlu.launcher import guard\n"
        "guard(); guard()\n"
        "import importlib.util as u\n"
        "for name in ('tensorflow', 'keras'):\n"
        "    try: __import__(name)\n"
        "    except ImportError: print(name, 'is out')\n"
        "from rasa.utils.common import find_unavailable_packages\n"
        "print(sorted(find_unavailable_packages(['tensorflow', 'sklearn'])))\n"
    )
    assert done.stdout.splitlines() == ["tensorflow is out", "keras is out", "['tensorflow']"], done.stderr


def test_an_installed_package_is_never_hollow(rasa: RunningRasa) -> None:
    done = python_of_nlu(
        "from nlu.launcher import HollowModule, guard\n"
        "guard()\n"
        "import aiohttp, google.protobuf, sklearn, boto3, twilio.rest\n"
        "modules = (aiohttp, google.protobuf, sklearn, boto3, twilio.rest)\n"
        "print([isinstance(module, HollowModule) for module in modules])\n"
    )
    assert done.stdout.strip() == "[False, False, False, True, True]", done.stderr


def test_an_unknown_name_is_still_unknown(rasa: RunningRasa) -> None:
    done = python_of_nlu(
        "from nlu.launcher import guard\nguard()\n"
        "try: import no_such_package\nexcept ModuleNotFoundError: print('unknown')\n"
    )
    assert done.stdout.strip() == "unknown", done.stderr


def test_a_neural_pipeline_is_refused(rasa: RunningRasa, tmp_path: Path) -> None:
    """With the smallest domain and data that it could learn from: what it stops at is the pipeline."""
    config, domain, data = (tmp_path / name for name in ("config.yml", "domain.yml", "data.yml"))
    config.write_text(
        "recipe: default.v1\nassistant_id: errand\nlanguage: en\n"
        "pipeline: [{name: WhitespaceTokenizer}, {name: CountVectorsFeaturizer}, {name: DIETClassifier}]\n"
        "policies: [{name: RulePolicy}]\n"
    )
    domain.write_text('version: "3.1"\nintents: [greet, goodbye]\n')
    data.write_text(
        'version: "3.1"\nnlu:\n'
        "- {intent: greet, examples: '- hello\n\n- good morning\n'}\n"
        "- {intent: goodbye, examples: '- bye\n\n- see you\n'}\n"
    )
    command = [*NluProject(ROOT).command("train"), "--config", str(config), "--skip-validation"]
    command += ["--domain", str(domain), "--data", str(data), "--out", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode != 0
    assert "train_DIETClassifier" in done.stdout + done.stderr
    assert "tensorflow" in done.stdout + done.stderr
    assert not list(tmp_path.glob("*.tar.gz"))


def test_it_leaves_when_its_parent_is_gone(rasa: RunningRasa) -> None:
    code = "from nlu.launcher import leave_with_parent\nleave_with_parent()\nprint('still here')\n"
    with subprocess.Popen(
        [ROOT / "nlu" / ".venv" / "bin" / "python", "-c", code],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as child:
        assert child.stdin is not None
        assert child.poll() is None
        child.stdin.close()
        assert child.wait(timeout=60) == 0
