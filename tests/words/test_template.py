"""Translators get every text, and each in one piece."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from coach.content.pseudo import pseudo_text, read_template
from tests.words.template import SOURCES, TEMPLATE, template, template_text
from tests.words.translations import update


@pytest.fixture(scope="module")
def texts() -> Catalog:
    return template()


def test_the_template_is_up_to_date(texts: Catalog, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.pot"
    fresh.write_bytes(template_text(texts))
    assert read_template(TEMPLATE) == read_template(fresh), "run: make words"


def test_the_app_reads_the_template_as_translators_do(texts: Catalog) -> None:
    read = read_template(TEMPLATE)
    with TEMPLATE.open("rb") as file:
        theirs = [message for message in read_po(file) if message.id]
    assert len(read) == len(theirs) > 1000
    for message in theirs:
        one, many = (message.id, "") if isinstance(message.id, str) else message.id
        assert read[message.context or "", one] == many


def test_texts_of_code_and_of_each_kind_of_file_are_in_it() -> None:
    read = read_template(TEMPLATE)
    for context, text in (
        ("", "Cramp now"),
        ("exercise", "Slow circles."),
        ("exercise", "Draw slow circles with the foot."),
        ("routine", "Morning, midday and just before bed."),
        ("protocol", "Breathe out. Straighten the knee. Do not curl up."),
        ("aftercare", "Drink if you are thirsty."),
        ("stop", "A blocked artery"),
        ("check", "Cramps often wake me"),
    ):
        assert (context, text) in read
    ids = re.compile("[a-z0-9]+(-[a-z0-9]+)+")
    assert not [text for _context, text in read if ids.fullmatch(text)]


@cache
def trees() -> dict[Path, ast.Module]:
    """Return what each file of the app says."""
    files = sorted((SOURCES / "coach").rglob("*.py"))
    return {file: ast.parse(file.read_text(encoding="utf-8")) for file in files}


def test_texts_are_set_in_one_way() -> None:
    """One sign for what is left out, for dots and for a minus; no room but for one space."""
    odd = re.compile(r"\w’\w|\.\.\.| …|  |\bcan not\b|--(?!\w)| - ")
    assert not [text for _context, text in read_template(TEMPLATE) if odd.search(text)]


def test_the_app_says_can_t_where_the_content_says_cannot() -> None:
    said = [text for context, text in read_template(TEMPLATE) if not context]
    from_content = "Firm dry floor. Support within reach that cannot roll."
    assert not [text for text in said if "cannot" in text and not text.startswith(from_content)]


def marked_calls() -> Iterator[tuple[Path, ast.Call, int]]:
    """Yield each call that takes texts, and how many of them it takes."""
    for file, tree in trees().items():
        yield from marked_calls_in(file, tree)


def marked_calls_in(file: Path, tree: ast.AST) -> Iterator[tuple[Path, ast.Call, int]]:
    numbers = {"_": 1, "marked": 1, "counted": 2}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield file, node, numbers.get(node.func.id, 0)


def test_every_text_is_a_literal_that_can_be_collected() -> None:
    """What is put together, or stands in a variable, no tool can find."""
    assert sum(number > 0 for _file, _call, number in marked_calls()) > 1000
    for file, call, number in marked_calls():
        for text in call.args[:number]:
            literal = isinstance(text, ast.Constant) and isinstance(text.value, str)
            assert literal or _was_marked(text), f"{file}:{call.lineno}: {ast.unparse(call)}"


def test_no_text_hides_in_another_one() -> None:
    """The tools of translators do not look into the brackets of an f-string."""
    for file, tree in trees().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr):
                hidden = [call.lineno for _file, call, n in marked_calls_in(file, node) if n]
                assert not hidden, f"{file}:{hidden}"


SEEN = ("ui", "terminal", "app", "bootstrap", "cli.py")
"""Folders whose texts people see; the others give theirs to these, or to whoever reads the log."""
PICTURES = ("screens", "gallery.py", "sheet.py")
"""What only those see who build the app."""
SENTENCE = re.compile("[A-Za-z]{2,} [A-Za-z]{2,}")
STYLE = re.compile("px|solid|bold ")
SHOW = frozenset(
    ("Text", "Button", "Message", "setText", "set_text", "set_tip", "setToolTip", "addAction",
     "setAccessibleName", "setAccessibleDescription", "setWindowTitle", "setPlaceholderText",
     "announce", "set_label")
)  # fmt: skip
"""Functions whose texts are seen, pointed at or read out."""
NOT_SHOWN = frozenset(("_", "counted", "marked", "setProperty", "setObjectName"))


def plain_texts(tree: ast.AST) -> Iterator[str]:
    """Yield each text that no translator gets and that people would see all the same."""
    passed: set[ast.AST] = set()
    for node in ast.walk(tree):
        if node in passed:
            continue
        if _is_for_builders(node):
            passed.update(ast.walk(node))
        elif isinstance(node, ast.Call) and _called(node) in SHOW:
            yield from (text for part in node.args for text in _literals(part))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from filter(_is_sentence, [node.value])


def _is_for_builders(node: ast.AST) -> bool:
    """A docstring, an error of the code, a line of the log, or what a translator gets."""
    match node:
        case ast.Expr(value=ast.Constant()) | ast.Raise() | ast.Assert():
            return True
        case ast.Call(func=ast.Attribute(value=ast.Name(id="log" | "_log"))):
            return True
        case ast.Call():
            return _called(node) in NOT_SHOWN
        case _:
            return False


def _is_sentence(text: str) -> bool:
    text = text.replace("Cramp Coach", "")
    return bool(SENTENCE.search(text)) and not STYLE.search(text)


def _called(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def _literals(part: ast.expr) -> Iterator[str]:
    """Yield the words of a text that stands there as it is, or in pieces."""
    pieces = part.values if isinstance(part, ast.JoinedStr) else [part]
    for piece in pieces:
        if isinstance(piece, ast.Constant) and isinstance(piece.value, str):
            yield from re.findall("[A-Za-z]{2,}", piece.value)


def test_no_text_that_people_see_goes_past_the_translators() -> None:
    looked_at = 0
    for file, tree in trees().items():
        place = file.relative_to(SOURCES / "coach")
        if place.parts[0] in SEEN and not set(PICTURES) & set(place.parts):
            assert not set(plain_texts(tree)), file
            looked_at += 1
    assert looked_at > 150


@pytest.mark.parametrize(
    "line",
    [
        'label = QLabel("Hold on")',
        'Text(Size.BODY, "Hold")',
        'Text(Size.BODY, f"{number} seconds")',
        'button.set_tip("Back")',
        'view.setAccessibleName("Clock")',
        'view.setAccessibleName(f"{title} left")',
        'menu.addAction("Undo")',
        'words = f"{title} was deleted."',
        'messages.tell("x", Message("Gone.", _("It is in the trash.")))',
    ],
)
def test_such_a_text_would_be_found(line: str) -> None:
    assert set(plain_texts(ast.parse(line)))
    assert not set(plain_texts(ast.parse('Text(Size.BODY, _("Hold {n}").format(n=f"{x} of {y}"))')))


def test_what_is_put_into_a_text_is_what_it_has_brackets_for() -> None:
    for file, tree in trees().items():
        for node in ast.walk(tree):
            if text := _formatted(node):
                names = {name for _t, name, _s, _c in Formatter().parse(text) if name}
                assert isinstance(node, ast.Call)
                given = {part.arg for part in node.keywords}
                assert names == given or None in given, f"{file}:{node.lineno}: {text}"


def _formatted(node: ast.AST) -> str:
    """Return the text of a call like `_("{n} left").format(n=3)`; empty for any other."""
    match node:
        case ast.Call(
            func=ast.Attribute(
                attr="format",
                value=ast.Call(func=ast.Name(id="_"), args=[ast.Constant(value=text)]),
            )
        ):
            return str(text)
        case _:
            return ""


def _was_marked(text: ast.expr) -> bool:
    """A text that was marked where it stands is given by its name in capitals."""
    return any(isinstance(part, ast.Name) and part.id.isupper() for part in ast.walk(text))


def test_a_translation_is_brought_up_to_date_and_compiled(texts: Catalog, tmp_path: Path) -> None:
    file = tmp_path / "de" / "LC_MESSAGES" / "cramp-coach.po"
    file.parent.mkdir(parents=True)
    german = Catalog("de")
    german.add("Cramp now", "Krampf")
    german.add("No longer said", "Fort")
    with file.open("wb") as out:
        write_po(out, german)
    assert update(file, texts) == len(texts) - 1
    assert file.with_suffix(".mo").read_bytes()
    assert b"Krampf" in file.read_bytes()


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Skip", ""),
        ("Right leg. Hold, and keep breathing.", ""),
        ("{done} of {all} steps", "{done}{all}"),
        ("See <b>this</b>\n%(prog)s", "<b></b>\n%(prog)s"),
    ],
)
def test_the_made_up_language_is_longer_marked_and_keeps_what_is_put_in(
    text: str, kept: str
) -> None:
    made = pseudo_text(text)
    assert (made[0], made[-1]) == ("[", "]")
    words = len(text) - len(kept)
    assert len(made) - len(kept) >= 1.4 * words
    left = [letter for letter in made if letter.isascii() and letter.isalpha()]
    assert "".join(left) == "".join(letter for letter in kept if letter.isalpha())
