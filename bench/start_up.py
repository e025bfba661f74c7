"""What a user waits for at least: from nothing to the answer for one short report, as a process of its own; and which step takes how much.

`python -m bench.start_up` prints it. Taken several times, and the least counts. `CPU` is what the process spent, by user and system:
it says more than the clock on a machine that has other work. The parts are CPU too, of another process, in the order of a run.
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable

from bench.scorer import PROJECT, Figures

TIMES = 3
TEXT = "Dam reopens\n\nThe dam reopened, the mayor said.\n"
COMMAND = [sys.executable, "-m", "whence", "trace", "-", "--json"]


def start_up(times: int = TIMES) -> Figures:
    """ "start-up s", its CPU seconds, its peak memory, and the CPU seconds of its parts."""
    runs, parts = ([_process(what) for _ in range(times)] for what in ("whole", "parts"))
    whole = {name: min(run[name] for run in runs) for name in runs[0]}
    return {
        "start-up s": round(whole["wall"], 2),
        "start-up CPU s": round(whole["cpu"], 2),
        "start-up MB": round(whole["MB"]),
        "start-up parts, CPU s": {name: round(min(run[name] for run in parts), 2) for name in parts[0]},
    }


def _process(what: str) -> dict[str, float]:
    done = subprocess.run([sys.executable, "-m", "bench.start_up", what], cwd=PROJECT, stdout=subprocess.PIPE, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _whole() -> dict[str, float]:
    """This process has no other child, so what its children used is what the command used."""
    start = time.perf_counter()
    subprocess.run(COMMAND, cwd=PROJECT, input=TEXT, text=True, capture_output=True, check=True)
    wall, used = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return {"wall": wall, "cpu": used.ru_utime + used.ru_stime, "MB": used.ru_maxrss / 1024}


def _parts() -> dict[str, float]:
    taken: dict[str, float] = {}

    def timed[R](name: str, work: Callable[[], R]) -> R:
        start = time.process_time()
        done = work()
        taken[name] = time.process_time() - start
        return done

    timed("import the commands", _import_commands)
    timed("import the journey", _import_journey)
    from whence.lexicons.actors import load_actors
    from whence.models import load_encoder, load_parser
    from whence.settings import Settings

    settings = Settings.default()
    timed("load the actors", lambda: load_actors(settings.lexicon))
    timed("load the parser", lambda: load_parser(settings))
    timed("load the encoder", lambda: load_encoder(settings))
    timed("first report", _trace)
    timed("second report", _trace)
    return taken


def _import_commands() -> None:
    from whence.cli import build

    build()


def _import_journey() -> None:
    from whence.cli.lean import lean_spacy

    with lean_spacy():
        import whence.pipeline  # noqa: F401


def _trace() -> None:
    from whence.pipeline import trace
    from whence.read import read_text

    trace([read_text(TEXT, id="one")])


if __name__ == "__main__":
    asked = sys.argv[1] if len(sys.argv) > 1 else ""
    print(json.dumps({"whole": _whole, "parts": _parts}.get(asked, start_up)(), indent=1))
