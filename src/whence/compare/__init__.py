"""Two quantities, times, quotations or polarities → do they agree? Pure comparison, used by more than one room."""

from whence.compare.polarity import denies_itself, says_so
from whence.compare.quantities import same_quantity
from whence.compare.times import same_time
from whence.compare.wording import quote_likeness

__all__ = ["denies_itself", "quote_likeness", "same_quantity", "same_time", "says_so"]
