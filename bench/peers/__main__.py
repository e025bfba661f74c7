"""`python -m bench.peers [LIMIT]`: the table in Markdown, and what no comparison should hide."""

import sys

from bench.peers.run import measure
from bench.peers.table import table

if __name__ == "__main__":
    figures = measure(int(sys.argv[1]) if len(sys.argv) > 1 else None)
    print(table(figures))
    for name, of in figures["peers"].items():
        print(f"{name}: {of}")
    for line in figures["not ahead"] or ["ours ahead on every measure"]:
        print(line)
