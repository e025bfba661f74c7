"""Two quantities, times or quotations → do they agree? Pure comparison, used by more than one room."""

from whence.compare.quantities import same_quantity
from whence.compare.times import same_time
from whence.compare.wording import quote_likeness

__all__ = ["quote_likeness", "same_quantity", "same_time"]
