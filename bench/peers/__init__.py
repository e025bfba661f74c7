"""Whence beside the extractors that can be installed: plain spaCy rules (ours), textacy, the Gender Gap Tracker's.

`uv run python -m bench.peers [LIMIT]` prints the table, `uv run python -m bench peers` the figures. The Gender Gap Tracker is not a
package: `WHENCE_PEERS` names the folder that holds its checkout.
"""

from bench.peers.run import measure

__all__ = ["measure"]
