"""Scripts: what people do in the playground and what they then see, written so that people can read it.

A script is read from YAML (`reading`), played over HTTP against a running playground (`playing`), written
from what happened in one (`recording`, `telling`, `writing`), and turned into a journey test (`journey`).
The format is described in docs/scenarios.md.
"""
