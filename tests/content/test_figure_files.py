"""Files of figures: their faults are told, and what was checked is kept."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from coach.content.figures import check_figure, load_motion, motion_from
from coach.content.problem import ContentError
from coach.content.shelf import FigureShelf
from tests.content.figures import FILES, FOLDER, NAMES


def good() -> dict[str, object]:
    return check_figure(FILES[NAMES.index("calf-wall-lean")])


def wrong(tmp_path: Path, text: str) -> list[str]:
    file = tmp_path / "some-figure.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load_motion(file)
    return [str(problem) for problem in caught.value.problems]


def test_a_checked_figure_survives_json() -> None:
    import json

    again = motion_from(json.loads(json.dumps(good())))
    assert again == motion_from(good())


def test_faults_are_told_with_their_place(tmp_path: Path) -> None:
    said = wrong(
        tmp_path,
        'kind = "reps"\nrest = "a"\nspeed = 1\n[[paths]]\nposes = ["a"]\n'
        '[[props]]\nkind = "sofa"\n'
        "[poses.a]\nhips = [0.0, 0.5]\nnear_foot = { heel = [0.0, 0.0], pich = 3.0 }\n"
        "far_foot = { heel = [0.0, 0.0], knee = 3.0 }\n",
    )
    assert "poses.a.near_foot.pich: unknown key; did you mean pitch?" in said
    assert "poses.a.far_foot: rests at a place, so hip, knee and ankle follow" in said
    assert any(line.startswith("props[0].kind: must be one of back-wall, bed") for line in said)
    assert any(line.startswith("speed: unknown key") for line in said)


_POSE = "hips = [0.0, 0.5]\nfar_foot = { heel = [0.0, 0.0] }\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            'kind = "hold"\nrest = "a"\n[[paths]]\nposes = ["a", "b"]\n'
            f"[poses.a]\n{_POSE}near_foot = {{ heel = [0.0, 0.0] }}\n",
            "paths[0].poses: there is no pose b",
        ),
        (
            'kind = "hold"\nrest = "a"\n[[paths]]\nposes = ["a", "b"]\n'
            f"[poses.a]\n{_POSE}near_foot = {{ heel = [0.0, 0.0] }}\n"
            f"[poses.b]\n{_POSE}near_foot = {{ hip = 20.0, knee = 20.0 }}\n",
            "paths[0].poses: can't move between these poses: "
            "near_foot must be given in the same way in both",
        ),
        (
            'kind = "hold"\nrest = "a"\n[[paths]]\nposes = ["a"]\n[poses.a]\nlike = "a"\n',
            "poses.a.like: there is no other pose a to start from",
        ),
    ],
)
def test_poses_that_do_not_fit_are_told(tmp_path: Path, text: str, said: str) -> None:
    assert wrong(tmp_path, text) == [said]


def test_a_castor_is_shown_larger_only_of_a_chair_that_is_there(tmp_path: Path) -> None:
    text = FILES[NAMES.index("brake-chair")].read_text(encoding="utf-8")
    said = wrong(tmp_path, text.replace('kind = "office-chair"', 'kind = "chair"'))
    assert said == ["the inset shows a castor, so there must be an office-chair"]


def test_figures_checked_once_are_shown_without_the_rules(tmp_path: Path) -> None:
    cache = tmp_path / "figures.json"
    assert len(list(FigureShelf(FOLDER, cache).check_ahead())) == len(FILES)
    assert not list(FigureShelf(FOLDER, cache).check_ahead())
    program = f"""
import sys
from pathlib import Path
from coach.content.shelf import FigureShelf
shelf = FigureShelf(Path({str(FOLDER)!r}), Path({str(cache)!r}))
for file in Path({str(FOLDER)!r}).glob("*.toml"):
    shelf.motion(file.stem)
assert not {{"pydantic", "tomllib"}} & set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)


def test_a_wrong_figure_stops_no_other_from_being_checked(tmp_path: Path) -> None:
    shutil.copy(FILES[0], tmp_path / "b.toml")
    (tmp_path / "a.toml").write_text("rubbish", encoding="utf-8")
    shelf = FigureShelf(tmp_path)
    assert len(list(shelf.check_ahead())) == 2
    with pytest.raises(ContentError):
        shelf.motion("a")
    assert shelf.motion("b")
