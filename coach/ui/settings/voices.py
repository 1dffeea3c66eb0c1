"""The list of voices: by language, the person's own first, searched by typing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from coach.app.voice_port import Speaker
from coach.core.words import _, counted
from coach.ui.mirror import is_mirrored
from coach.ui.paragraph import break_lines
from coach.ui.parts.search import Search
from coach.ui.settings.languages import first_tag, in_order, language_name
from coach.ui.text import Text
from coach.ui.theme import Radius, Size, Space, Target, Theme

ID = int(Qt.ItemDataRole.UserRole)
LANGUAGE = ID + 1
NAME = ID + 2

HEIGHT = 330
"""Pixels of the list at 100 % text."""

MOST_LINES = 6
"""Of one name."""

OPEN, CHOSEN = "▾  ", "●  "


class VoiceList(QWidget):
    """Languages that open, and a field that finds a voice in any of them.

    Signals:
        chosen: A voice is wanted; carries its id, empty for one that suits, and its language.
    """

    chosen = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show no voices yet."""
        super().__init__(parent)
        self._theme = theme
        self._chosen = ""
        self.search = Search(theme, "")
        self.search.left.connect(self._go_to_voices)
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setRootIsDecorated(False)
        self.tree.setExpandsOnDoubleClick(False)
        self.tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.setWordWrap(True)
        self.tree.setAccessibleName(_("Voices by language"))
        self.none = Text(Size.BODY, _("No voice is called that."), tone="soft")
        self.none.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.S)
        for part in (self.search, self.none, self.tree):
            rows.addWidget(part)
        self.search.textChanged.connect(self._find)
        self.tree.itemClicked.connect(self._pick)
        self.tree.itemActivated.connect(self._pick)
        self.tree.itemExpanded.connect(self._name_group)
        self.tree.itemCollapsed.connect(self._name_group)
        theme.changed.connect(self._dress)
        self._dress()

    def show_voices(
        self, voices: Mapping[str, Sequence[Speaker]], language: str, chosen: str
    ) -> None:
        """Show all voices; those of `language`, and of the system's, come first."""
        self._chosen = chosen
        self.tree.clear()
        number = sum(map(len, voices.values()))
        text = counted("Search {n} voice", "Search {n} voices", number)
        self.search.setPlaceholderText(text)
        self.search.setAccessibleName(text)
        own = first_tag(language)
        usual = QTreeWidgetItem([_("The one that suits")])
        usual.setData(0, ID, "")
        usual.setData(0, NAME, usual.text(0))
        self.tree.addTopLevelItem(usual)
        names = {code: language_name(code, group[0].name) for code, group in voices.items()}
        for code in in_order(names, own, first_tag(QLocale.system().name())):
            self.tree.addTopLevelItem(self._group(code, names[code], voices[code]))
        for group in self._groups():
            holds = any(item.data(0, ID) == chosen for item in _children(group))
            group.setExpanded(group.data(0, LANGUAGE) == own or (bool(chosen) and holds))
        self._mark()
        self._dress()

    def show_chosen(self, chosen: str) -> None:
        """Mark another voice."""
        self._chosen = chosen
        self._mark()

    def items(self) -> list[QTreeWidgetItem]:
        """Return all voices that may be chosen, in the order they are listed."""
        return [item for group in self._groups() for item in _children(group) or [group]]

    def _groups(self) -> list[QTreeWidgetItem]:
        """Return the languages, and the one voice that is of none."""
        every = (self.tree.topLevelItem(at) for at in range(self.tree.topLevelItemCount()))
        return [group for group in every if group is not None]

    def _group(self, code: str, name: str, voices: Sequence[Speaker]) -> QTreeWidgetItem:
        group = QTreeWidgetItem([f"{closed_mark()}{name}"])
        group.setData(0, LANGUAGE, code)
        group.setData(0, NAME, name)
        group.setData(0, Qt.ItemDataRole.AccessibleTextRole, name)
        for voice in voices:
            short = _without(code, voice.name)
            item = QTreeWidgetItem([short])
            item.setData(0, ID, voice.id)
            item.setData(0, LANGUAGE, voice.language)
            item.setData(0, NAME, short)
            group.addChild(item)
        number = counted("{n} voice", "{n} voices", len(voices))
        group.setData(0, Qt.ItemDataRole.AccessibleDescriptionRole, number)
        return group

    def _mark(self) -> None:
        for item in self.items():
            name, is_chosen = item.data(0, NAME), item.data(0, ID) == self._chosen
            item.setText(0, f"{CHOSEN}{name}" if is_chosen else name)
            said = _("{name}, chosen").format(name=name) if is_chosen else name
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, said)
            if is_chosen:
                self.tree.setCurrentItem(item)

    def _pick(self, item: QTreeWidgetItem) -> None:
        if item.childCount():
            item.setExpanded(not item.isExpanded())
        else:
            self.chosen.emit(item.data(0, ID), item.data(0, LANGUAGE) or "")

    def _name_group(self, item: QTreeWidgetItem) -> None:
        name = item.data(0, NAME)
        item.setText(0, f"{OPEN if item.isExpanded() else closed_mark()}{name}")
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, name)

    def _go_to_voices(self) -> None:
        if self.tree.isVisible():
            self.tree.setFocus(Qt.FocusReason.TabFocusReason)

    def _find(self, text: str) -> None:
        """Leave only what is called so; a language that is called so stays with all its voices."""
        words = text.casefold().split()
        any_left = False
        for group in self._groups():
            language = group.data(0, NAME).casefold()
            left = all(word in language for word in words)
            for item in _children(group):
                here = f"{language} {item.data(0, NAME)} {item.data(0, LANGUAGE)}".casefold()
                item.setHidden(not all(word in here for word in words))
                left = left or not item.isHidden()
            group.setHidden(not left)
            if words and left:
                group.setExpanded(True)
            any_left = any_left or left
        self.none.setVisible(not any_left)
        self.tree.setVisible(any_left)

    def _dress(self) -> None:
        theme, colours = self._theme, self._theme.colours
        self.tree.setFixedHeight(theme.pixels(HEIGHT * (0.6 + 0.4 / theme.scale)))
        ring = f"border:2px solid {colours.ink};"
        text = f"font-size:{theme.pixels(Size.BODY.pixels)}px;color:{colours.ink};"
        box = f"border:1px solid {colours.edge};border-radius:{Radius.SMALL}px;"
        self.setStyleSheet(
            f"QTreeWidget:focus{{{ring}}}"
            f"QTreeWidget{{{text}{box}background:{colours.paper};outline:none;}}"
            f"QTreeWidget::item{{padding-left:{Space.S}px;border-radius:{Radius.SMALL}px;"
            f"color:{colours.ink};}}"
            f"QTreeWidget::item:hover{{background:{colours.sunken};}}"
            f"QTreeWidget::item:selected{{background:{colours.teal_soft};color:{colours.ink};}}"
            "QTreeWidget::branch{background:transparent;image:none;}"
        )
        self.tree.setIndentation(theme.pixels(Space.M))
        self._give_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the names anew."""
        super().resizeEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        """Make each line as high as its name needs, and as a finger does."""
        font = self._theme.font(Size.BODY)
        line = QFontMetricsF(font).lineSpacing()
        bar = self.tree.verticalScrollBar().sizeHint().width()
        room = self.width() - bar - 2 * Space.M
        for item in (*self._groups(), *self.items()):
            wide = room - (self.tree.indentation() if item.parent() else 0)
            number = len(break_lines(item.text(0), font, max(1, wide), MOST_LINES))
            item.setSizeHint(0, QSize(0, max(Target.SMALL, round(number * line) + Space.M)))


def closed_mark() -> str:
    """Point to where the names begin."""
    return "◂  " if is_mirrored() else "▸  "


def _children(group: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    every = (group.child(at) for at in range(group.childCount()))
    return [item for item in every if item is not None]


def _without(code: str, name: str) -> str:
    """Return a voice's name without that of its language: "Scotland" of "English (Scotland)"."""
    language = QLocale.languageToString(QLocale.codeToLanguage(code))
    inner = name.removeprefix(f"{language} (")
    return inner.removesuffix(")") if inner != name else name
