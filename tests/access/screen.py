"""What must hold on every screen for somebody who reads and walks it with keys alone."""

from __future__ import annotations

from tests.access.hands import Hands
from tests.access.reader import Node, Reader

LEAST = 44
"""Least width and height in pixels of what can be pressed."""

ROLES = {
    *("push button", "check box", "radio button", "slider", "spin box", "text"),
    *("list", "list item", "tree", "tree item", "menu item", "check menu item"),
}
"""What something may be that can be acted on; a plain widget is a "filler"."""

TEXTS = {"label"}
"""What may have the focus only to be read."""

INSIDE = {"list item", "tree item"}
"""What arrow keys go to inside of one stop of Tab."""


def controls(nodes: list[Node]) -> list[Node]:
    """Return what can be acted on, by focus or without."""
    return [node for node in nodes if node.is_control or node.role in ROLES]


def faults(reader: Reader, nodes: list[Node]) -> list[str]:
    """Return what is wrong with the controls on a screen, one line each."""
    acted = [node for node in controls(nodes) if node.role not in TEXTS]
    found = []
    for node, (width, height) in zip(acted, reader.sizes(acted), strict=True):
        if not node.name.strip():
            found.append(f"{node.role} without a name")
        if node.role not in ROLES:
            found.append(f"{node.role} “{node.name}” is no role of a control")
        if min(width, height) < LEAST:
            found.append(f"{node.role} “{node.name}” is {width} × {height}")
    return found


def stops(nodes: list[Node]) -> set[tuple[str, str]]:
    """Return what Tab has to come to: role and name. Of several choices, the chosen one."""
    return {
        (node.role, node.name)
        for node in controls(nodes)
        if node.is_control
        and "sensitive" in node.states
        and node.role not in TEXTS | INSIDE
        and not (node.role == "radio button" and "checked" not in node.states)
    }


def walk_faults(hands: Hands, nodes: list[Node]) -> list[str]:
    """Walk round with Tab, and back with Shift+Tab; return what is not as it must be."""
    found = []
    wanted = stops(nodes)
    for keys in ("Tab", "Shift+Tab") if len(wanted) > 1 else ("Tab",):
        places = hands.walk(keys)
        reached = {(node.role, node.name) for node in places}
        found += [f"{keys} does not come to {role} “{name}”" for role, name in wanted - reached]
        if len(wanted) > 1 and places[:1] != places[-1:]:
            found.append(f"{keys} ends at {places[-1:] or 'once'}")
    return found
