"""`whence schema`: the JSON Schema of what the commands print."""

import json

from whence.cli.output import json_out


def schema() -> None:
    """Print the JSON Schema of the answers.

    Example: whence schema > whence.schema.json
    """
    from whence import report

    json_out().write(json.dumps(report.schema(), indent=2, ensure_ascii=False) + "\n")
