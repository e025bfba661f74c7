"""Boxes and the lines between them → placed in columns, as SVG text. Every text that goes in is escaped here; no script, no asset."""

from dataclasses import dataclass, field
from html import escape
from textwrap import wrap

from whence.report.words import one_line

WIDTH_OF_CHARACTER, WIDTH_OF_BOLD, LINE, PADDING = 6.9, 7.7, 16, 10
LINE_LENGTH, GAP_X, GAP_Y, MARGIN = 22, 48, 12, 6
ARC, FLATTEST, DEEPEST = 0.45, 18, 70  # how far an arc bends out: a share of its height, within these
NARROWEST = 0.75  # how far the drawing shrinks before it scrolls

Key = tuple[str, str]


@dataclass(slots=True)
class Node:
    """A box of the drawing, or a place that a long line passes through (no lines of text)."""

    key: Key
    lines: list[str]
    style: str
    title: str = ""
    column: int = 0
    x: float = 0
    y: float = 0

    @property
    def width(self) -> float:
        character = WIDTH_OF_BOLD if self.style.startswith("origin") else WIDTH_OF_CHARACTER
        return max(map(len, self.lines)) * character + 2 * PADDING if self.lines else 0

    @property
    def height(self) -> float:
        return len(self.lines) * LINE + PADDING if self.lines else 2


@dataclass(slots=True)
class Drawing:
    """Boxes in columns from left to right, lines between them, arcs on the left."""

    nodes: dict[Key, Node] = field(default_factory=dict)
    edges: dict[tuple[Key, Key], str] = field(default_factory=dict)  # (left, right): style
    arcs: list[tuple[Key, Key, str]] = field(default_factory=list)  # from a box of the first column to another: what it says

    def node(self, key: Key, label: str, style: str, column: int) -> Node:
        made = self.nodes.setdefault(key, Node(key, _lines(label), style, one_line(label)))
        made.column = max(made.column, column)
        return made

    def edge(self, left: Key, right: Key, style: str) -> None:
        if left != right:
            self.edges.setdefault((left, right), style)


def svg(drawing: Drawing, spoken: str) -> str:
    """The drawing as SVG text; `spoken` says the same in words."""
    _spread(drawing)
    _place(drawing, DEEPEST * 0.75 + 2 if drawing.arcs else MARGIN)
    nodes = drawing.nodes
    width = max(node.x + node.width for node in nodes.values()) + MARGIN
    height = max(node.y + node.height for node in nodes.values()) + MARGIN
    size = f'viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" style="min-width: {width * NARROWEST:.0f}px"'
    parts = [f'<svg class="chains" role="img" {size}><title>{escape(spoken)}</title>']
    parts += [_curve(nodes[left], nodes[right], style) for (left, right), style in drawing.edges.items()]
    parts += [_arc(nodes[given], nodes[took], says) for given, took, says in drawing.arcs]
    parts += [_box(node) for node in nodes.values() if node.lines]
    return "".join([*parts, "</svg>"])


def _spread(drawing: Drawing) -> None:
    """Origins with nothing behind them go to the last column; a line over several columns gets a place in each."""
    last = max(node.column for node in drawing.nodes.values())
    leading = {left for left, _ in drawing.edges}
    for node in drawing.nodes.values():
        if node.style.startswith("origin") and node.key not in leading:
            node.column = last
    for (left, right), style in list(drawing.edges.items()):
        columns = range(drawing.nodes[left].column + 1, drawing.nodes[right].column)
        if not columns:
            continue
        del drawing.edges[left, right]
        stops = [left, *(("stop", f"{left}{right}{column}") for column in columns), right]
        for column, key in zip(columns, stops[1:]):
            drawing.nodes[key] = Node(key, [], "stop", column=column)
        drawing.edges |= dict.fromkeys(zip(stops, stops[1:]), style)


def _place(drawing: Drawing, left: float) -> None:
    """Columns from left to right; in each, boxes stand at the mean height of those they are joined to on their left, in order."""
    columns: dict[int, list[Node]] = {}
    for node in drawing.nodes.values():
        columns.setdefault(node.column, []).append(node)
    tallest = max(sum(node.height + GAP_Y for node in nodes) for nodes in columns.values())
    x = left
    for column in sorted(columns):
        nodes = columns[column]
        wished = {node.key: _wish(node, drawing) for node in nodes}
        nodes.sort(key=lambda node: wished[node.key])
        y = MARGIN + (tallest - sum(node.height + GAP_Y for node in nodes)) / 2
        for node in nodes:
            node.x, node.y = x, y
            y += node.height + GAP_Y
        x += max(node.width for node in nodes) + GAP_X


def _wish(node: Node, drawing: Drawing) -> float:
    joined = [drawing.nodes[left] for left, right in drawing.edges if right == node.key]
    heights = [each.y + each.height / 2 for each in joined if each.column < node.column]
    return sum(heights) / len(heights) if heights else 0


def _curve(left: Node, right: Node, style: str) -> str:
    x1, y1 = right.x, right.y + right.height / 2
    x2, y2 = left.x + left.width, left.y + left.height / 2
    bend = max(20, abs(x1 - x2) / 2)
    head = ' marker-end="url(#arrow)"' if left.lines else ""
    return f'<path class="edge {style}" d="M{x1:.1f} {y1:.1f}C{x1 - bend:.1f} {y1:.1f} {x2 + bend:.1f} {y2:.1f} {x2:.1f} {y2:.1f}"{head}/>'


def _arc(given: Node, took: Node, says: str) -> str:
    y1, y2 = (node.y + node.height / 2 for node in (given, took))
    y2 += 3 if y2 < y1 else -3
    x = given.x - min(DEEPEST, max(FLATTEST, ARC * abs(y1 - y2)))
    return (
        f'<path class="edge took" d="M{given.x:.1f} {y1:.1f}C{x:.1f} {y1:.1f} {x:.1f} {y2:.1f} {took.x:.1f} {y2:.1f}" '
        f'marker-end="url(#arrow)"><title>{escape(says)}</title></path>'
    )


def _box(node: Node) -> str:
    x, first = node.x + node.width / 2, node.y + PADDING / 2 + LINE - 4
    spans = "".join(f'<tspan x="{x:.1f}" y="{first + i * LINE:.1f}">{escape(line)}</tspan>' for i, line in enumerate(node.lines))
    return (
        f'<g class="node {node.style}"><title>{escape(node.title)}</title>'
        f'<rect x="{node.x:.1f}" y="{node.y:.1f}" width="{node.width:.1f}" height="{node.height:.1f}" rx="5"/><text>{spans}</text></g>'
    )


def _lines(label: str) -> list[str]:
    """At most three lines; what does not fit stands in the tooltip."""
    return wrap(one_line(label), LINE_LENGTH, max_lines=3, placeholder=" …") or ["?"]
