"""Numbers large enough to be read from across the room."""

from __future__ import annotations

ROWS = 5
_SHAPES = {
    "0": ("###", "# #", "# #", "# #", "###"),
    "1": (" # ", "## ", " # ", " # ", "###"),
    "2": ("###", "  #", "###", "#  ", "###"),
    "3": ("###", "  #", "###", "  #", "###"),
    "4": ("# #", "# #", "###", "  #", "  #"),
    "5": ("###", "#  ", "###", "  #", "###"),
    "6": ("###", "#  ", "###", "# #", "###"),
    "7": ("###", "  #", "  #", "  #", "  #"),
    "8": ("###", "# #", "###", "# #", "###"),
    "9": ("###", "# #", "###", "  #", "###"),
    ":": (" ", "#", " ", "#", " "),
}


def big_lines(text: str, scale: int, block: str) -> list[str]:
    """Return the lines that show a number or a time.

    Args:
        text: Digits and colons.
        scale: Rows that a dot is high; it is twice as many columns wide, which looks square.
        block: The character dots are made of.
    """
    lines = []
    for row in range(ROWS):
        dots = " ".join(_SHAPES[letter][row] for letter in text)
        wide = "".join(dot * 2 * scale for dot in dots)
        lines += [wide.replace("#", block)] * scale
    return lines
