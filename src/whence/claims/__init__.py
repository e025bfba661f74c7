"""A parsed report and its attributions → its Claims: what it tells, who each telling is laid to, and how sure they were.

`read_claims` makes one claim of each attribution, gives earlier sentences the chain of a cue that points back to them, and adds
what the report states in its own voice. `factuality` is the number behind the labels, for one event of a sentence; `happened` what
the sentence tells one who asks only whether it came to pass, with the words that weigh most.
"""

from whence.claims.certainty import Commitment, commitment, factuality
from whence.claims.happened import Estimate, happened
from whence.claims.reading import read_claims

__all__ = ["Commitment", "Estimate", "commitment", "factuality", "happened", "read_claims"]
