"""Accuracy and speed, against pinned floors and against peers: `uv run python -m bench`. Never imported by src."""
