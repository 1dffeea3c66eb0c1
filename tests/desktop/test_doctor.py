"""The report says what is so, on a machine with everything and on one with nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from coach.content.library import Library
from coach.desktop import doctor
from coach.desktop.display import Display
from coach.desktop.doctor import examine
from coach.desktop.folders import Folders
from coach.desktop.report import Check, Report, Status
from coach.desktop.sound import sound_remedy


@dataclass(frozen=True)
class Voice:
    engine: str = "espeak"
    version: str = "1.52"
    library: str = "/usr/lib/libespeak-ng.so.1"
    engine_reason: str = ""
    voices: int = 131
    device: str = "Built-in Audio"
    device_reason: str = ""


@dataclass(frozen=True)
class Diary:
    works: bool = True
    text: str = "3 entries"
    remedy: str = ""


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(*(tmp_path / name for name in ("data", "config", "cache", "log")))


@pytest.fixture
def _a_good_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "find_display", lambda: Display(True, "X11 :0"))
    monkeypatch.setattr(doctor, "plugin_fault", lambda: "")
    monkeypatch.setattr(doctor, "why_not_awake", lambda: "")


def by_name(report: Report) -> dict[str, Check]:
    return {check.name: check for check in report.checks}


@pytest.mark.usefixtures("_a_good_desktop")
def test_a_machine_with_everything(folders: Folders, library: Library) -> None:
    report = examine(folders=folders, library=library, probe_voice=Voice, probe_diary=Diary)
    assert report.is_well
    assert {check.status for check in report.checks} == {Status.OK}
    assert all(check.text and not check.remedy for check in report.checks)
    checks = by_name(report)
    assert checks["voice"].text == "espeak 1.52, 131 voices, /usr/lib/libespeak-ng.so.1"
    assert checks["sound"].text == "Built-in Audio"
    assert "made when needed" in checks["data folder"].text
    assert checks["content"].text == "40 exercises, 13 routines"
    assert not any(folder.exists() for folder in (folders.data, folders.config, folders.log))


def test_a_machine_with_nothing(
    folders: Folders, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "find_display", lambda: Display(False, "DISPLAY is not set"))
    monkeypatch.setattr(doctor, "why_not_awake", lambda: "there is no bus")
    voice = Voice(engine="", engine_reason="no library", device="", device_reason="no backend")
    diary = Diary(works=False, text="damaged", remedy="Restore it.")
    folders.data.parent.joinpath("log").write_text("a file in the way")
    report = examine(
        folders=folders, library=library, probe_voice=lambda: voice, probe_diary=lambda: diary
    )
    assert not report.is_well
    checks = by_name(report)
    missing = [check.name for check in report.checks if check.status is Status.MISSING]
    assert missing == ["log folder", "display", "voice", "sound", "diary"]
    assert all(checks[name].remedy for name in missing)
    assert checks["screen stays on"].status is Status.WARNING
    assert "no library" in checks["voice"].text
    assert "no backend" in checks["sound"].text


@pytest.mark.usefixtures("_a_good_desktop")
def test_a_folder_of_an_odd_name(folders: Folders, tmp_path: Path) -> None:
    odd = tmp_path / "{odd}"
    odd.mkdir()
    checks = {check.name: check for check in doctor.installation(folders._replace(data=odd))}
    assert checks["data folder"].text.startswith(f"{odd}, ")


@pytest.mark.usefixtures("_a_good_desktop")
def test_a_voice_that_does_not_answer(folders: Folders, library: Library) -> None:
    report = examine(folders=folders, library=library, probe_voice=lambda: None, probe_diary=Diary)
    assert by_name(report)["voice"].status is Status.MISSING
    assert not report.is_well


@pytest.mark.usefixtures("_a_good_desktop")
def test_a_plugin_that_misses_a_library(
    folders: Folders, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    fault = "libxcb-cursor.so.0: cannot open shared object file"
    monkeypatch.setattr(doctor, "plugin_fault", lambda: fault)
    report = examine(folders=folders, library=library, probe_voice=Voice, probe_diary=Diary)
    display = by_name(report)["display"]
    assert display.status is Status.MISSING
    assert fault in display.text
    assert "libxcb-cursor0" in display.remedy


def test_the_report_is_aligned() -> None:
    report = Report(
        (
            Check("Qt", Status.OK, "6.11.3"),
            Check("sound", Status.MISSING, "one\ntwo", "Connect a speaker."),
        )
    )
    assert report.text().splitlines() == [
        "ok       Qt     6.11.3",
        "missing  sound  one",
        "                two",
        "                → Connect a speaker.",
    ]


class TestSoundRemedy:
    """The remedy is for this machine, not for any."""

    def test_a_service_without_a_speaker(self, tmp_path: Path) -> None:
        (tmp_path / "pulse").mkdir()
        (tmp_path / "pulse" / "native").touch()
        remedy = sound_remedy({"XDG_RUNTIME_DIR": str(tmp_path)}, tmp_path / "cards")
        assert "connect a speaker" in remedy

    def test_a_card_without_a_service(self, tmp_path: Path) -> None:
        cards = tmp_path / "cards"
        cards.write_text(" 0 [PCH  ]: HDA-Intel - HDA Intel PCH\n         HDA Intel PCH at 0x1\n")
        assert "systemctl --user start" in sound_remedy({}, cards)

    def test_nothing_at_all(self, tmp_path: Path) -> None:
        cards = tmp_path / "cards"
        cards.write_text("--- no soundcards ---\n")
        assert "package pulseaudio" in sound_remedy({}, cards)
