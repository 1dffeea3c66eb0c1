"""The theme's tokens for the fields one writes into."""

from __future__ import annotations

from coach.ui.theme import Line, Radius, Size, Space, Target, Theme


def field_style(theme: Theme) -> str:
    """Return the style sheet of entry fields; they may say of themselves `bare` or `faulty`."""
    colours = theme.colours
    border = round(Line.BORDER)
    body = theme.pixels(Size.BODY.pixels)
    high = max(Target.SMALL, round(1.2 * body) + Space.M) - 2 * border  # as buttons are
    ground = f"color:{colours.ink};background:{colours.surface};"
    edge = f"border:{border}px solid {colours.edge};border-radius:{Radius.MEDIUM}px;"
    focus = f"border:{Line.FOCUS}px solid {colours.teal};"
    return (
        f"QLineEdit,QPlainTextEdit{{{ground}{edge}font-size:{body}px;"
        f"padding:0 {Space.S}px;placeholder-text-color:{colours.ink_soft};"
        f"selection-background-color:{colours.teal};"
        f"selection-color:{colours.on_teal};}}"
        f"QLineEdit{{min-height:{high}px;}}"
        f"QPlainTextEdit{{padding:{Space.S}px {Space.S}px;}}"
        f'QLineEdit[faulty="true"],QPlainTextEdit[faulty="true"]'
        f"{{border:2px solid {colours.warm_graphic};}}"
        f"QLineEdit:disabled,QPlainTextEdit:disabled{{color:{colours.ink_soft};"
        f"background:{colours.paper};border-color:{colours.line};}}"
        f"QLineEdit:focus,QPlainTextEdit:focus{{{focus}}}"
        f'QPlainTextEdit[bare="true"]{{background:transparent;border:{border}px solid transparent;'
        f"font-size:{theme.pixels(Size.TITLE.pixels)}px;"
        f"font-weight:{int(Size.TITLE.weight)};padding:0;}}"
        f'QPlainTextEdit[bare="true"][short="true"]'
        f"{{font-size:{theme.pixels(Size.HEADING.pixels)}px;}}"
        f'QPlainTextEdit[bare="true"]:hover{{border:{border}px solid {colours.edge};}}'
        f'QPlainTextEdit[bare="true"]:focus{{{focus}background:{colours.surface};}}'
        f'QPlainTextEdit[bare="true"][faulty="true"]{{border:2px solid {colours.warm_graphic};}}'
    )
