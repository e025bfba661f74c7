"""Two quantities, each in its telling of one matter → do they agree? "Six men" and "sixteen prisoners" count the same thing there."""

from whence.compare.quantities import same_quantity
from whence.lexicons.units import load_units
from whence.model import Claim, Quantity


def same_count(a: Quantity, b: Quantity, in_a: Claim, in_b: Claim) -> bool | None:
    """As `same_quantity`; where each is the only count of things in its telling, whatever the things are called."""
    verdict = same_quantity(a, b)
    if verdict is not None or a.unit == b.unit and a.unit is not None:
        return verdict
    if _counts(in_a) == [a] and _counts(in_b) == [b]:
        return same_quantity(_bare(a), _bare(b))
    return None


def _counts(claim: Claim) -> list[Quantity]:
    return [quantity for quantity in claim.quantities if _is_count(quantity)]


def _is_count(quantity: Quantity) -> bool:
    unit = load_units().by_name.get(quantity.unit or "")
    return (unit is None or unit.kind == "people") and quantity.value == int(quantity.value)


def _bare(quantity: Quantity) -> Quantity:
    return Quantity(quantity.span, quantity.text, quantity.value, "things", quantity.qualifier, quantity.low, quantity.high)
