"""Turns the theme's tokens into what Qt draws its own widgets with: a palette and a style sheet."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from coach.ui.theme import SCROLL_BAR, Colours, Line, Radius, Size, Space, Target, Theme


def palette(colours: Colours) -> QPalette:
    """Return the palette of a scheme."""
    roles = {
        QPalette.ColorRole.Window: colours.paper,
        QPalette.ColorRole.Base: colours.paper,
        QPalette.ColorRole.AlternateBase: colours.surface,
        QPalette.ColorRole.Button: colours.surface,
        QPalette.ColorRole.WindowText: colours.ink,
        QPalette.ColorRole.Text: colours.ink,
        QPalette.ColorRole.ButtonText: colours.ink,
        QPalette.ColorRole.PlaceholderText: colours.ink_soft,
        QPalette.ColorRole.Highlight: colours.teal,
        QPalette.ColorRole.HighlightedText: colours.on_teal,
        QPalette.ColorRole.ToolTipBase: colours.surface,
        QPalette.ColorRole.ToolTipText: colours.ink,
        QPalette.ColorRole.Link: colours.teal_text,
        QPalette.ColorRole.Accent: colours.teal,
    }
    made = QPalette()
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    return made


def style_sheet(theme: Theme) -> str:
    """Return the one style sheet; fonts and colours of labels go by their property `look`."""
    colours = theme.colours
    return (
        f"QLabel{{color:{colours.ink};background:transparent;}}"
        f'QLabel[tone="soft"]{{color:{colours.ink_soft};}}'
        f'QLabel[tone="accent"]{{color:{colours.teal_text};}}'
        f'QLabel[tone="stop"]{{color:{colours.stop_text};}}'
        f"{label_sizes(theme)}"
        f"QToolTip{{color:{colours.ink};background:{colours.surface};"
        f"border:1px solid {colours.edge};padding:{Space.XS}px;"
        f"font-size:{theme.pixels(Size.SMALL.pixels)}px;}}"
        f"QMenu{{color:{colours.ink};background:{colours.surface};"
        f"border:1px solid {colours.edge};padding:{Space.XS}px;"
        f"font-size:{theme.pixels(Size.BODY.pixels)}px;}}"
        f"QMenu::item{{padding:{Space.S}px {Space.L}px;border-radius:{Radius.SMALL}px;}}"
        f"QMenu::item:selected{{background:{colours.teal_soft};}}"
        f"QMenu::item:disabled{{color:{colours.ink_soft};}}"
        f"QMenu::separator{{height:1px;background:{colours.line};"
        f"margin:{Space.XS}px {Space.M}px;}}"
        f'QLineEdit[look="search"]{{color:{colours.ink};background:{colours.surface};'
        f"border:{round(Line.BORDER)}px solid {colours.edge};border-radius:{Target.SMALL // 2}px;"
        f"padding:0 {Space.S}px;font-size:{theme.pixels(Size.BODY.pixels)}px;"
        f"placeholder-text-color:{colours.ink_soft};"
        f"selection-background-color:{colours.teal};selection-color:{colours.on_teal};}}"
        f'QLineEdit[look="search"]:focus{{border:{Line.FOCUS}px solid {colours.teal};}}'
        f"QScrollArea{{background:transparent;border:none;}}"
        f"QListView{{background:{colours.paper};border:none;outline:none;}}"
        f"QScrollBar:vertical{{background:transparent;width:{SCROLL_BAR}px;margin:0;}}"
        f"QScrollBar::handle:vertical{{background:{colours.edge};"
        f"border-radius:{Radius.SMALL - 3}px;"
        f"min-height:{Space.XL}px;margin:2px 3px;}}"
        "QScrollBar::handle:vertical:disabled{background:transparent;}"
        "QScrollBar::add-line,QScrollBar::sub-line{height:0;width:0;}"
        "QScrollBar::add-page,QScrollBar::sub-page{background:transparent;}"
    )


def label_sizes(theme: Theme) -> str:
    """Return the rules of the type scale alone, for a part whose theme is of another scale."""
    return "".join(
        f'QLabel[look="{size.name}"]{{font-size:{theme.pixels(size.pixels)}px;'
        f"font-weight:{int(size.weight)};}}"
        for size in Size
    )
