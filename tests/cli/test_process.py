"""The command as a process: start-up, closed pipes, full disks, the generated page."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from whence.cli.document import page
from whence.cli.output import show_in_its_letters

PROJECT = Path(__file__).resolve().parents[2]
WHENCE = [sys.executable, "-m", "whence"]
HEAVY = {"spacy", "numpy", "sqlalchemy", "trafilatura", "ctranslate2", "httpx", "jinja2", "networkx"}


def test_the_command_starts_without_what_is_heavy() -> None:
    asked = f"import sys; from whence.cli import build; build(); print(sorted({HEAVY!r} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_a_trace_of_a_text_loads_only_what_it_needs() -> None:
    code = "import sys; sys.argv[1:] = ['trace', '-', '--json']; from whence.cli import main\ntry: main()\nexcept SystemExit: pass\n"
    code += f"print(sorted({HEAVY!r} & set(sys.modules)), 'spacy.cli' in sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], input="The ferry sank, a clerk said.", capture_output=True, text=True, check=True)
    assert done.stderr == "['ctranslate2', 'numpy', 'spacy'] False\n"


def test_spacys_own_commands_can_be_had_later() -> None:
    code = "from whence.cli.lean import lean_spacy\nwith lean_spacy(): import spacy\nimport spacy.cli; print(spacy.cli.download.__name__)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "download\n"


def test_a_closed_pipe_is_quiet() -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run([*WHENCE, "schema"], stdout=write, stderr=subprocess.PIPE, text=True, check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (141, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_under_the_output_is_one_line() -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run([*WHENCE, "schema"], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "whence: No space left on device\n")


def test_a_closed_output_is_quiet() -> None:
    done = subprocess.run(["sh", "-c", f"{sys.executable} -m whence schema >&-"], stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_locale_without_letters_does_not_stop_it() -> None:
    poor = os.environ | {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    assert subprocess.run([*WHENCE, "schema"], capture_output=True, env=poor, check=False).returncode == 0


@pytest.mark.parametrize(
    "text, plain",
    [
        ("Coast Radio ← TSNA", "Coast Radio < TSNA"),
        ("● “café” → …", '* "cafe" > .'),
        ("Łódź 東京", "?odz ??"),
    ],
)
def test_a_terminal_without_the_letters_gets_plain_ones(text: str, plain: str) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    show_in_its_letters(stream)
    stream.write(text)
    stream.flush()
    assert stream.buffer.getvalue().decode() == plain  # type: ignore[attr-defined]


def test_people_on_a_poor_terminal_are_answered() -> None:
    code = "import sys; from whence.cli import output; from rich.rule import Rule; output.console().print('← ≠', Rule('…'))"
    poor = os.environ | {"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "LANG": "C"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=poor, check=True)
    assert done.stdout.startswith(b"< !")


def test_the_page_of_the_commands_is_current() -> None:
    assert (PROJECT / "docs" / "cli.md").read_text(encoding="utf-8") == page(), "run: python -m whence.cli.document"
