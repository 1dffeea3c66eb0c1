"""A person's own picture is looked through before it is decoded, whatever it is."""

from __future__ import annotations

import base64
import contextlib
import os
import struct
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.content.build import build_exercise
from coach.content.check import check_file
from coach.content.library import Library, load_library
from coach.content.own_picture import (
    PictureFacts,
    PictureKind,
    inspect_picture,
    picture_name_fault,
)
from coach.content.problem import ContentError
from coach.content.reading import parse_toml
from coach.content.resources import find_resources
from coach.content.schema import normalise
from tests.content.conftest import EXERCISE
from tests.content.pictures import (
    chunk,
    gif,
    jpeg_head,
    moving_webp,
    png_head,
    saved,
    svg,
    three,
    webp,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "pictures").mkdir()
    return tmp_path / "pictures" / "mine.png"


def reason(path: Path) -> str:
    """Return why a picture is refused: one sentence with a remedy."""
    with pytest.raises(ContentError) as refused:
        inspect_picture(path)
    (problem,) = refused.value.problems
    assert "\n" not in problem.reason
    assert ". " not in problem.reason
    assert len(problem.reason) < 180
    return problem.reason


def words_only(value: object) -> str:
    """Name a test by what is said; the files are long."""
    return value if isinstance(value, str) else ""


def why(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    return reason(path)


@pytest.mark.parametrize(
    ("content", "facts"),
    [
        (saved("png"), PictureFacts(PictureKind.PNG, 60, 40)),
        (saved("jpeg"), PictureFacts(PictureKind.JPEG, 60, 40)),
        (saved("webp"), PictureFacts(PictureKind.WEBP, 60, 40)),
        (gif([1]), PictureFacts(PictureKind.GIF, 30, 20)),
        (gif([1, 2, 3]), PictureFacts(PictureKind.GIF, 30, 20, 3)),
        (gif([1] * 300), PictureFacts(PictureKind.GIF, 30, 20, 300)),
        (moving_webp(["red", "blue"]), PictureFacts(PictureKind.WEBP, 60, 40, 2)),
        (svg(), PictureFacts(PictureKind.SVG, 60, 40)),
        (svg(root='width="3in" height="20.5mm"'), PictureFacts(PictureKind.SVG, 3, 20.5)),
        (png_head(8000, 5000), PictureFacts(PictureKind.PNG, 8000, 5000)),
    ],
    ids=lambda value: value.kind if isinstance(value, PictureFacts) else "",
)
def test_a_good_picture_is_told_by_its_content(
    path: Path, content: bytes, facts: PictureFacts
) -> None:
    path.write_bytes(content)  # each is named mine.png
    assert inspect_picture(path) == facts


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"just words\n", "is no PNG, JPEG, GIF, WebP or SVG picture"),
        (b"BM" + bytes(60), "is no PNG, JPEG, GIF, WebP or SVG picture"),
        (b"\x1f\x8b\x08" + bytes(60), "is no PNG, JPEG, GIF, WebP or SVG picture"),
        (b"<html>x</html>", "is not an SVG drawing but <html>"),
        (saved("png") + bytes(11 << 20), "at most 10,485,760 (10 MiB) are read"),
        (png_head(60_000, 60_000), "has 60,000 × 60,000 pixels; at most 40 megapixels"),
        (png_head(8001, 5000), "at most 40 megapixels"),
        (png_head(8000, 5000, depth=16), "more than 30 megapixels of 16 bits"),
        (png_head(0, 5), "is damaged"),
        (saved("png")[:30], "is cut short"),
        (saved("png")[:-14], "is cut short"),
        (jpeg_head(65_000, 65_000), "has 65,000 × 65,000 pixels"),
        (jpeg_head(4000, 3000, scans=5000), "more than 20 passes"),
        (saved("jpeg")[:30], "is cut short"),
        (saved("jpeg")[:-2], "is cut short"),
        (gif([1] * 10_000), "has more than 300 frames"),
        (gif([1] * 3)[:-40], "is cut short"),
        (gif([], 65_000, 65_000) + b"", "is damaged"),
        (gif([1, 2])[:6] + struct.pack("<HH", 65_000, 65_000) + gif([1, 2])[10:], "40 megapixels"),
        (gif([1, 2])[:6] + struct.pack("<HH", 5000, 5000) + gif([1, 2])[10:], "10 megapixels"),
        (gif([1] * 99)[:6] + struct.pack("<HH", 3000, 3000) + gif([1] * 99)[10:], "400 megapixels"),
        (saved("webp")[:-1], "is cut short"),
        (webp(), "is damaged"),
        (webp(chunk(b"VP8X", bytes(4) + three(16_000) * 2)), "40 megapixels"),
        (webp(chunk(b"VP8L", b"\x2f\xff\xff\xff\x0f")), "has 16,384 × 16,384 pixels"),
        (webp(chunk(b"VP8 ", b"\0\0\0\x9d\x01\x2a\xff\x3f\xff\x3f")), "has 16,383 × 16,383"),
        (webp(*[chunk(b"ANMF", bytes(16))] * 301), "has more than 300 frames"),
    ],
    ids=words_only,
)
def test_a_hostile_or_broken_picture_is_refused(path: Path, content: bytes, words: str) -> None:
    assert words in why(path, content)


def laughs(levels: int) -> str:
    """Return groups that each use the one before ten times."""
    groups = ['<g id="a0"><circle r="1"/></g>']
    for level in range(1, levels):
        uses = f'<use xlink:href="#a{level - 1}"/>' * 10
        groups.append(f'<g id="a{level}">{uses}</g>')
    return "".join(groups)


ENTITIES = """<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>"""
PNG_INSIDE = "data:image/png;base64," + base64.b64encode(saved("png")).decode()
BOMB_INSIDE = "data:image/png;base64," + base64.b64encode(png_head(60_000, 60_000)).decode()
PUBLIC = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">'


@pytest.mark.parametrize(
    "content",
    [
        svg(head='\ufeff<?xml version="1.0" encoding="UTF-8"?>\n' + PUBLIC),
        svg('<linearGradient id="a"/><linearGradient id="b" xlink:href="#a"/>'),
        svg('<path d="M0 0" fill="url(#a)" style="marker-end:url( \'#b\' )"/>'),
        svg(f'<image width="9" height="9" xlink:href="{PNG_INSIDE}"/>'),
        svg("<style>.a{fill:red}</style><metadata>http://example.org</metadata>"),
        svg("<g>" * 90 + "</g>" * 90),
        svg(laughs(4)),
    ],
    ids=len,
)
def test_what_drawing_programs_write_is_taken(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert inspect_picture(path).kind is PictureKind.SVG


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (svg("&c;", head=ENTITIES), "brings a document type of its own"),
        (svg(head='<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), "document type"),
        (svg(laughs(9)), "draws more than 100,000 elements by using parts over and over"),
        (svg('<g id="a"><use href="#a"/></g>'), "uses a part of itself"),
        (svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'), "part of itself"),
        (svg('<pattern id="p"><rect fill="url(#p)"/></pattern>'), "uses a part of itself"),
        (svg("<g>" * 5000 + "</g>" * 5000), "more than 100 elements inside each other"),
        (
            svg("".join(f'<g id="a{n + 1}"><use href="#a{n}"/></g>' for n in range(5000))),
            "more than 100 elements inside each other",
        ),
        (svg("<g/>" * 20_001), "has more than 20,000 elements"),
        (svg("<script>alert(1)</script>"), "has a part that can act (<script>)"),
        (svg('<s:script xmlns:s="http://www.w3.org/2000/svg"/>'), "can act (<s:script>)"),
        (svg(root='viewBox="0 0 9 9" onload="alert(1)"'), "can act (onload)"),
        (svg("<foreignObject><p/></foreignObject>"), "can act (<foreignObject>)"),
        (svg('<image href="http://example.org/a.png"/>'), "outside of itself (http://example.org"),
        (svg('<image xlink:href="/etc/passwd"/>'), "outside of itself (/etc/passwd)"),
        (svg('<q:use xmlns:q="u" q:href="other.svg#a"/>'), "outside of itself (other.svg#a)"),
        (svg('<a href="javascript:alert(1)"/>'), "outside of itself (javascript:alert(1))"),
        (svg('<image href="data:image/svg+xml;base64,AAAA"/>'), "outside of itself (data:image/sv"),
        (svg(f'<image href="{BOMB_INSIDE}"/>'), "has 60,000 × 60,000 pixels"),
        (svg('<image href="data:image/png;base64,AAAA"/>'), "neither PNG nor JPEG"),
        (svg('<image href="data:image/png;base64,A"/>'), "is damaged"),
        (svg(f'<image href="{PNG_INSIDE}{"A" * (3 << 20)}"/>'), "photo of more than 2 MiB inside"),
        (svg("<style>@import 'a.css';</style>"), "wants a style sheet from another file"),
        (svg("<style>@\\69mport 'a.css';</style>"), "wants a style sheet from another file"),
        (svg("<style><![CDATA[a{fill:url(http://x/)}]]></style>"), "outside of itself (http://x/)"),
        (svg('<g style="fill:u\\72l(http://x/)"/>'), "outside of itself (http://x/)"),
        (svg('<g fill="url(file:///x)"/>'), "outside of itself (file:///x)"),
        (svg(head='<?xml-stylesheet href="a.css"?>'), "wants a style sheet from another file"),
        (svg(root=""), "does not say how large it is"),
        (svg(root='viewBox="0 0 1e400 5"'), "has sides of no use"),
        (svg(root='viewBox="0 0 1e9 1e9"'), "has sides of no use"),
        (svg(root='viewBox="0 0 -4 nan"'), "does not say how large it is"),
        (svg()[:-4], "is not a whole SVG drawing"),
        (svg(head='<?xml version="1.0" encoding="UTF-16"?>'), "is written in UTF-16"),
        (svg(head='<?xml version="1.0" encoding="x\u00e4"?>'), "is not a whole SVG drawing"),
    ],
    ids=words_only,
)
def test_a_drawing_that_is_more_than_a_drawing_is_refused(
    path: Path, content: bytes, words: str
) -> None:
    begun = time.thread_time()
    assert words in why(path, content)
    assert time.thread_time() - begun < 2


def test_what_is_no_plain_file_in_the_folder_is_refused(path: Path) -> None:
    assert reason(path) == "there is no such file"
    os.mkfifo(path)
    assert "is not an ordinary file (a pipe, socket or device)" in reason(path)
    path.unlink()
    path.mkdir()
    assert reason(path) == "is a folder, not a file"
    path.rmdir()
    outside = path.parent.parent / "secret.png"
    outside.write_bytes(saved("png"))
    path.symlink_to(outside)
    assert "is a link out of its folder; copy the picture itself" in reason(path)
    path.unlink()
    path.symlink_to(path.name)
    assert reason(path)
    path.unlink()
    path.with_name("other.png").write_bytes(saved("png"))
    path.symlink_to("other.png")
    assert inspect_picture(path).kind is PictureKind.PNG


def test_a_picture_that_may_not_be_read_is_refused(ordinary_folder: Path) -> None:
    path = ordinary_folder / "mine.png"
    path.write_bytes(saved("png"))
    path.chmod(0)
    assert "may not be read" in reason(path)


WHOLE = (saved("png"), saved("jpeg"), saved("webp"), gif([1, 2]), moving_webp(["red", "blue"]))


@given(
    st.sampled_from((*WHOLE, svg(laughs(3)), svg(f'<image href="{PNG_INSIDE}"/>'))),
    st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), max_size=12),
    st.integers(0, 3000),
)
def test_no_spoilt_file_does_more_than_be_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, spots: list[tuple[int, int]], end: int
) -> None:
    spoilt = bytearray(content)
    for place, value in spots:
        spoilt[place % len(spoilt)] = value
    outcome(tmp_path_factory, bytes(spoilt[:end]))


@given(
    st.sampled_from(
        [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF89a", b"RIFF\x40\0\0\0WEBPVP8X", b"<svg "]
    ),
    st.binary(max_size=400),
)
def test_no_head_does_more_than_be_refused(
    tmp_path_factory: pytest.TempPathFactory, magic: bytes, rest: bytes
) -> None:
    outcome(tmp_path_factory, magic + rest)


def outcome(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "spoilt"
    path.write_bytes(content)
    begun = time.thread_time()
    with contextlib.suppress(ContentError):
        facts = inspect_picture(path)
        assert facts.width > 0
        assert facts.width * facts.height <= 40_000_000 or facts.kind is PictureKind.SVG
    assert time.thread_time() - begun < 2


def test_the_longest_walk_through_a_file_is_short(path: Path) -> None:
    """Blocks of one byte and chunks of none are the most steps that 10 MiB can hold."""
    blocks = gif([])[:-1] + b"\x21\xfe" + b"\x01a" * (5 << 20) + b"\0;"
    begun = time.thread_time()
    assert why(path, blocks[: 10 << 20])
    assert why(path, webp(*[b"ABCD\0\0\0\0"] * 1_300_000))
    assert time.thread_time() - begun < 6


@pytest.mark.parametrize(
    "name",
    ["", ".", "..", ".a.png", "a/b.png", "/a.png", "a\\b.png", "C:a.png", "a\n.png", " a.png",
     "../a.png", "a.png\0", "x" * 200],
)  # fmt: skip
def test_a_name_that_leads_elsewhere_is_refused(name: str) -> None:
    assert picture_name_fault(name)


@pytest.mark.parametrize("name", ["my-stretch.jpg", "Übung 2 (links).png", "photo"])
def test_a_plain_name_is_taken(name: str) -> None:
    assert not picture_name_fault(name)


WITH_PICTURE = 'picture = "mine.png"\nmirror_picture = true\n' + EXERCISE


def test_an_exercise_names_its_picture() -> None:
    exercise = build_exercise("mine", normalise("exercise", parse_toml(WITH_PICTURE)), {"mine"})
    assert exercise.picture == "mine.png"
    assert exercise.mirror_picture
    assert exercise.figure == ""


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ('picture = "a.png"\nfigure = "calf-wall-lean"', "picture: stands in place of a figure"),
        ("mirror_picture = true", "mirror_picture: goes with picture only"),
        ('picture = "../a.png"', "picture: must be the plain name of a file in the folder"),
        ("picture = 1", "picture: must be text in quotation marks"),
    ],
)
def test_a_picture_that_can_not_be_named_so_is_told(
    tmp_path: Path, shipped: Library, more: str, line: str
) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(more + EXERCISE, encoding="utf-8")
    (problem,) = check_file(file, shipped)
    assert str(problem).startswith(f"{file}: {line}")


def test_a_check_looks_at_the_picture_too(tmp_path: Path, shipped: Library) -> None:
    own, elsewhere = tmp_path / "own" / "pictures", tmp_path / "given"
    file = elsewhere / "exercises" / "mine.toml"
    for folder in (own, file.parent, elsewhere / "pictures"):
        folder.mkdir(parents=True)
    file.write_text(WITH_PICTURE, encoding="utf-8")
    (problem,) = check_file(file, shipped, own)
    assert str(problem) == f"{file}: picture: {own / 'mine.png'}: there is no such file"
    (own / "mine.png").write_bytes(saved("png"))
    assert check_file(file, shipped, own) == []
    beside = elsewhere / "pictures" / "mine.png"
    beside.write_bytes(png_head(60_000, 60_000))
    (problem,) = check_file(file, shipped, own)
    assert f"picture: {beside}: has 60,000 × 60,000 pixels" in str(problem)


def test_the_library_keeps_an_exercise_whose_picture_is_wrong(user_folder: Path) -> None:
    """The words stand in for it; what is wrong is told where it is shown."""
    (user_folder / "exercises" / "mine.toml").write_text(WITH_PICTURE, encoding="utf-8")
    library = load_library(find_resources(), user_folder)
    assert library.exercises["mine"].picture == "mine.png"
    assert library.problems == ()


def test_no_shipped_exercise_has_a_picture(shipped: Library) -> None:
    assert not [exercise.id for exercise in shipped.exercises.values() if exercise.picture]
