"""`python -m bench.peers [LIMIT]`: the tables in Markdown, and what no comparison should hide. `python -m bench.peers scenarios [LIMIT]`:
the same for the count of independent sources.
"""

import sys

from bench.peers import counting
from bench.peers.run import measure
from bench.peers.table import table

if __name__ == "__main__":
    asked = sys.argv[1:]
    limit = int(asked[-1]) if asked and asked[-1].isdigit() else None
    of_counts = "scenarios" in asked
    figures = counting.measure(limit) if of_counts else measure(limit)
    if not figures:
        sys.exit("nothing to compare on: the labelled data is not on this machine")
    print(counting.table(figures) if of_counts else table(figures))
    for name, of in figures.get("peers", {}).items():
        print(f"{name}: {of}")
    for line in figures["not ahead"] or ["ours ahead on every measure"]:
        print(line)
