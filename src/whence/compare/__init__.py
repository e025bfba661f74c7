"""Two quantities, times, quotations or polarities → do they agree? Pure comparison, used by more than one room."""

from whence.compare.clauses import nearest, tight
from whence.compare.counts import same_count
from whence.compare.polarity import denies_itself, says_so
from whence.compare.quantities import same_quantity
from whence.compare.times import same_time
from whence.compare.wording import matter, quote_likeness

__all__ = ["denies_itself", "matter", "nearest", "quote_likeness", "same_count", "same_quantity", "same_time", "says_so", "tight"]
