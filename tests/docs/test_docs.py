"""The pages cannot lie: generated ones are current, code blocks run, commands that they show exist."""

import doctest
import re
from pathlib import Path

import pytest

from tests.docs.api_page import page

PROJECT = Path(__file__).resolve().parents[2]
PAGES = [PROJECT / "README.md", *sorted((PROJECT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"```python\n(.*?)```", re.S)
PYTHON = [(path, number, code) for path in PAGES for number, code in enumerate(BLOCK.findall(path.read_text(encoding="utf-8")))]


@pytest.mark.parametrize(("path", "number", "code"), PYTHON, ids=[f"{path.name}:{n}" for path, n, _ in PYTHON])
def test_code_blocks_run(path: Path, number: int, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks run from the project's folder; a block with prompts is checked as a doctest, another must run through."""
    monkeypatch.chdir(PROJECT)
    if ">>>" not in code:
        exec(compile(code, f"{path.name}:{number}", "exec"), {"__name__": "__docs__"})
        return
    test = doctest.DocTestParser().get_doctest(code, {}, path.name, str(path), 0)
    outcome = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE).run(test)
    assert outcome.failed == 0


def test_the_api_page_is_current() -> None:
    assert (PROJECT / "docs" / "api.md").read_text(encoding="utf-8") == page(), "run: uv run python -m tests.docs.api_page"


def test_links_between_pages_lead_somewhere() -> None:
    broken = [
        f"{path.relative_to(PROJECT)} → {target}"
        for path in PAGES
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text(encoding="utf-8"))
        if not (path.parent / target).exists()
    ]
    assert not broken


def test_ci_runs_the_readme_s_test_command() -> None:
    assert "\nuv run pytest\n" in (PROJECT / ".ci" / "run").read_text(encoding="utf-8")
    assert "uv run pytest" in (PROJECT / "README.md").read_text(encoding="utf-8")
