"""The only place where tests get behind the scenes of an installation: a process that does deeds on its database."""

from __future__ import annotations

import importlib
import json
import sys
import traceback

from solmu.config.command import prepare


def work() -> None:
    """Do what each line of the input asks, and answer with a line."""
    deeds = importlib.import_module("tests.faults.deeds")
    for line in sys.stdin:
        deed, facts = json.loads(line)
        try:
            told = {"found": getattr(deeds, deed)(**facts)}
        except Exception:
            told = {"broke": traceback.format_exc()}
        deeds.connection.close()
        print(json.dumps(told), flush=True)


if __name__ == "__main__":
    prepare()
    work()
