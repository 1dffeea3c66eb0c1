from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from coach.content.library import Library
from coach.content.relief import ReliefShelf
from coach.content.resources import find_resources
from coach.content.shelf import FigureShelf
from coach.core.caution import StandingTexts
from coach.core.exercise import Exercise
from coach.core.routine import ExerciseStep, Group, Routine
from coach.ui.sheet.grid import grid_for
from coach.ui.sheet.paper import Paper
from coach.ui.sheet.printing import draw_sheet
from tests.content.pictures import saved, svg

poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils is not there")


@pytest.fixture(scope="module")
def texts() -> StandingTexts:
    return ReliefShelf(find_resources()).texts()


@pytest.fixture
def shelf(tmp_path: Path) -> FigureShelf:
    return FigureShelf(find_resources().figures, pictures=tmp_path)


def of(exercises: list[Exercise], title: str = "Legs") -> Routine:
    steps = tuple(ExerciseStep(one, one.dose, one.sides, rest_after=10) for one in exercises)
    return Routine("own", title, "In the evening.", exercises[0].positions, steps, own=True)


def text_of(content: bytes, folder: Path) -> str:
    file = folder / "sheet.pdf"
    file.write_bytes(content)
    done = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, check=True)
    return " ".join(done.stdout.decode().replace("\N{NO-BREAK SPACE}", " ").split())


def pages(content: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", content))


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("paper", list(Paper))
def test_every_shipped_routine_fits_on_a_page(
    paper: Paper, library: Library, shelf: FigureShelf, texts: StandingTexts
) -> None:
    for name in library.cards:
        assert pages(draw_sheet(library.routine(name), shelf, texts, paper)) == 1


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("paper", [(Paper.A4, 595, 842), (Paper.LETTER, 612, 792)])
def test_the_page_has_the_size_of_the_paper(
    paper: tuple[Paper, int, int], library: Library, shelf: FigureShelf, texts: StandingTexts
) -> None:
    content = draw_sheet(library.routine("tired-feet"), shelf, texts, paper[0])
    box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", content)
    assert box
    assert (round(float(box[1])), round(float(box[2]))) == paper[1:]


@pytest.mark.usefixtures("qtbot")
def test_figures_stay_shapes(library: Library, shelf: FigureShelf, texts: StandingTexts) -> None:
    """All forty, the round windows too: no picture of dots is on the page."""
    routine = of(list(library.exercises.values()))
    content = draw_sheet(routine, shelf, texts, Paper.A4)
    assert b"/Subtype /Image" not in content
    assert pages(content) == grid_for(len(routine.steps)).pages == 3


@pytest.mark.usefixtures("qtbot")
def test_the_sheet_says_what_it_is(
    library: Library, shelf: FigureShelf, texts: StandingTexts
) -> None:
    title = "Waden & Füße, abends"
    content = draw_sheet(of([library.exercises["calf-press"]], title), shelf, texts, Paper.A4)
    assert b"/Title" in content
    assert title.encode("utf-16-be") in content
    assert "Cramp Coach".encode("utf-16-be") in content


@pytest.mark.usefixtures("qtbot")
@poppler
def test_words_can_be_searched_and_none_of_a_caution_is_lost(
    library: Library, shelf: FigureShelf, texts: StandingTexts, tmp_path: Path
) -> None:
    shipped = [library.routine(name) for name in library.cards]
    for routine in (*shipped, of(list(library.exercises.values()))):
        text = text_of(draw_sheet(routine, shelf, texts, Paper.A4), tmp_path)
        assert routine.title in text
        assert texts.stop_rules in text
        assert "…" not in text
        exercises = [step.exercise for step in routine.steps if isinstance(step, ExerciseStep)]
        words = set(text.split())
        for caution in (caution for exercise in exercises for caution in exercise.cautions):
            assert set(re.findall(r"[a-z]{4,}", caution)) <= {
                part for word in words for part in re.findall(r"[a-z]{4,}", word)
            }


@pytest.mark.usefixtures("qtbot")
@poppler
def test_the_dose_is_on_the_sheet(
    library: Library, shelf: FigureShelf, texts: StandingTexts, tmp_path: Path
) -> None:
    routine = library.routine("daily-prevention")
    text = text_of(draw_sheet(routine, shelf, texts, Paper.A4), tmp_path)
    for said in ("5 min 44 s · Standing · 5 steps", "10 s hold × 2 each side", "20 times"):
        assert said in text


@pytest.mark.usefixtures("qtbot")
@poppler
def test_a_long_title_is_all_there(
    library: Library, shelf: FigureShelf, texts: StandingTexts, tmp_path: Path
) -> None:
    title = " ".join(["Wadenheber"] * 11)
    exercises = [library.exercises["calf-press"]] * 30
    text = text_of(draw_sheet(of(exercises, title), shelf, texts, Paper.LETTER), tmp_path)
    assert text.count("Wadenheber") == 22  # on both pages
    assert "page 2 of 2" in text


def pixels(content: bytes, folder: Path) -> QImage:
    file = folder / "sheet.pdf"
    file.write_bytes(content)
    subprocess.run(
        ["pdftoppm", "-r", "36", "-png", "-singlefile", str(file), str(folder / "page")], check=True
    )
    return QImage(str(folder / "page.png"))


def share_of(image: QImage, colour: tuple[int, int, int]) -> int:
    dots = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return sum(
        max(abs(dot.red() - colour[0]), abs(dot.green() - colour[1]), abs(dot.blue() - colour[2]))
        < 12
        for dot in dots
    )


@pytest.mark.usefixtures("qtbot")
@poppler
@pytest.mark.parametrize("kind", ["png", "jpeg"])
def test_an_own_picture_is_printed(
    kind: str, library: Library, shelf: FigureShelf, texts: StandingTexts, tmp_path: Path
) -> None:
    (tmp_path / "mine.jpg").write_bytes(saved(kind, 600, 400, "#3366aa"))
    own = replace(library.exercises["calf-press"], figure="", picture="mine.jpg")
    page = pixels(draw_sheet(of([own]), shelf, texts, Paper.A4), tmp_path)
    assert share_of(page, (0x33, 0x66, 0xAA)) > 2000


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("content", [None, b"no picture", svg("<script/>")])
def test_a_picture_that_cannot_be_shown_keeps_no_sheet_back(
    content: bytes | None,
    library: Library,
    shelf: FigureShelf,
    texts: StandingTexts,
    tmp_path: Path,
) -> None:
    if content is not None:
        (tmp_path / "mine.png").write_bytes(content)
    own = replace(library.exercises["calf-press"], figure="", picture="mine.png")
    assert pages(draw_sheet(of([own]), shelf, texts, Paper.A4)) == 1


@poppler
def test_far_too_much_to_say_still_fits(
    qtbot: QtBot, library: Library, shelf: FigureShelf, texts: StandingTexts, tmp_path: Path
) -> None:
    """Twelve cautions of the greatest length: what is cut ends in an ellipsis."""
    wordy = replace(
        library.exercises["calf-press"],
        title="Very " * 24,
        setup=("Go on. " * 57,) * 5,
        cautions=("Mind this. " * 36,) * 12,
    )
    content = draw_sheet(of([wordy] * 12), shelf, texts, Paper.A4)
    assert pages(content) == 1
    assert "…" in text_of(content, tmp_path)


def test_cells_lie_beside_each_other_within_the_page() -> None:
    area = QRectF(10, 10, 500, 700)
    for steps in range(1, 41):
        grid = grid_for(steps)
        count = min(steps, grid.cells)
        cells = [grid.place(area, index, count, 6) for index in range(count)]
        for index, cell in enumerate(cells):
            assert area.adjusted(-0.01, -0.01, 0.01, 0.01).contains(cell)
            assert not any(cell.intersects(other) for other in cells[:index])


@pytest.mark.usefixtures("qtbot")
def test_a_group_is_drawn_once(library: Library, shelf: FigureShelf, texts: StandingTexts) -> None:
    """Two hundred steps with all rounds written out are two cells."""
    one = library.exercises["calf-press"]
    step = ExerciseStep(one, one.dose, one.sides)
    routine = replace(of([one]), items=(Group((step, step), 100),))
    assert pages(draw_sheet(routine, shelf, texts, Paper.A4)) == 1
