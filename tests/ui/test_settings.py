"""Each setting does what it says at once, and still does at the next start."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFontMetrics, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTreeWidget, QWidget

from coach.app.voice_port import VoiceState, VoiceStatus
from coach.content.settings import Settings, load_settings
from coach.core.verbosity import Verbosity
from coach.ui.button import Button
from coach.ui.pages import Page
from coach.ui.parts.option import Option
from coach.ui.parts.slider import Slider
from coach.ui.screens.setting import settle
from coach.ui.settings.languages import language_name
from coach.ui.settings.people import PersonCard
from coach.ui.text import Text
from coach.ui.theme import DARK, LIGHT
from tests.ui.settings_app import Opened, OpenSettings, open_settings, seen

__all__ = ["open_settings"]


@pytest.fixture
def app(open_settings: OpenSettings) -> Opened:
    return open_settings()


def page(app: Opened) -> Page:
    return app.window.page


def told_above(app: Opened) -> bool:
    return app.window.messages.strip is not None


# ---------------------------------------------------------------- at once, and again


def dark(app: Opened) -> None:
    app.click(app.screen.look.scheme.options["dark"])


def larger(app: Opened) -> None:
    slider = app.screen.look.text_size.number.slider
    slider.setFocus()
    for _press in range(5):
        app.key(Qt.Key.Key_Right)


def still(app: Opened) -> None:
    app.click(app.screen.look.still)


def another_person(app: Opened) -> None:
    app.click(app.screen.look.people.cards["elder"])


def less_heard(app: Opened) -> None:
    app.click(app.screen.sound.verbosity.options[Verbosity.BRIEF])


def sound_off(app: Opened) -> None:
    app.click(app.screen.sound.sound_on)


def faster(app: Opened) -> None:
    app.screen.sound.rate.slider.setFocus()
    app.key(Qt.Key.Key_Right)


def softer(app: Opened) -> None:
    app.screen.sound.speech.slider.setFocus()
    app.key(Qt.Key.Key_Home)


def softer_sounds(app: Opened) -> None:
    app.screen.sound.sounds.slider.setFocus()
    app.key(Qt.Key.Key_End)


def at_once(app: Opened) -> None:
    app.screen.sound.lead_in.slider.setFocus()
    app.key(Qt.Key.Key_Home)


def another_voice(app: Opened) -> None:
    app.tell_voices()
    app.click(app.screen.sound.change)
    tree = app.screen.sound.voices.tree
    item = next(item for item in app.screen.sound.voices.items() if item.data(0, 256) == "en-us")
    tree.scrollToItem(item)
    place = tree.visualItemRect(item).center()
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)


def another_region(app: Opened) -> None:
    assert app.screen.safety is not None
    app.click(app.screen.safety.regions.options["eu"])


def woken(app: Opened) -> None:
    assert app.screen.safety is not None
    app.click(next(iter(app.screen.safety.ticks.values())))


Change = Callable[[Opened], None]

CHANGES: list[tuple[Change, str, object]] = [
    (dark, "theme", "dark"),
    (larger, "text_size", 1.5),
    (still, "reduce_motion", True),
    (another_person, "person", "elder"),
    (less_heard, "verbosity", "brief"),
    (sound_off, "muted", True),
    (faster, "rate", 170),
    (softer, "speech_volume", 0.0),
    (softer_sounds, "sound_volume", 1.0),
    (at_once, "lead_in", 0),
    (another_voice, "voice", "en-us"),
    (another_region, "region", "eu"),
    (woken, "conditions", frozenset({"woken"})),
]


@pytest.mark.parametrize(("change", "name", "value"), CHANGES, ids=[one[1] for one in CHANGES])
def test_a_change_holds_at_once_and_at_the_next_start(
    open_settings: OpenSettings, change: Change, name: str, value: object
) -> None:
    app = open_settings()
    assert getattr(app.settings.now, name) != value
    change(app)
    assert getattr(app.settings.now, name) == value
    app.window.close()
    app.coach.close()
    again = open_settings()
    assert getattr(again.settings.now, name) == value
    shown = {switch: switch.isChecked() for switch in again.screen.findChildren(Option)}
    assert shown
    change_back = {"muted": again.screen.sound.sound_on, "reduce_motion": again.screen.look.still}
    if name in change_back:
        assert change_back[name].isChecked() is (name != "muted")


def test_the_window_takes_the_look_at_once_and_at_the_next_start(
    open_settings: OpenSettings,
) -> None:
    app = open_settings()
    app.settings.set("theme", "light")
    assert app.window.theme.colours is LIGHT
    for change in (dark, larger, still, another_person):
        change(app)
    app.window.close()
    app.coach.close()
    for one in (app, open_settings()):
        theme = one.window.theme
        assert theme.colours is DARK
        assert theme.scale == pytest.approx(1.5)
        assert theme.reduce_motion
        assert theme.person == "elder"


def test_the_person_is_the_one_in_the_pictures(app: Opened) -> None:
    another_person(app)
    app.window.play("daily-prevention")
    assert app.window.player_screen.body.stage.view._person.name == "elder"
    app.settings.set("person", "man")
    assert app.window.player_screen.body.stage.view._person.name == "man"


def test_a_routine_begins_after_the_time_that_was_chosen(app: Opened) -> None:
    app.settings.set("lead_in", 20)
    assert app.window.play("daily-prevention").timeline.segments[0].seconds == pytest.approx(20)


# ---------------------------------------------------------------- what is heard


def heard(app: Opened, number: int) -> None:
    app.bot.waitUntil(lambda: len(app.voice.said) == number)


def test_a_change_of_the_voice_is_heard_once_the_slider_rests(app: Opened) -> None:
    for _step in range(3):
        faster(app)
    assert not app.voice.said
    heard(app, 1)
    assert app.voice.log[-2:] != []
    assert "voice  180 en-GB" in app.voice.log


def test_hear_it_speaks(app: Opened) -> None:
    app.click(app.screen.sound.hear)
    assert app.voice.said


def test_a_louder_sound_is_heard(app: Opened) -> None:
    softer_sounds(app)
    app.bot.waitUntil(lambda: bool(app.voice.sounded))


def test_nothing_is_spoken_for_a_setting_changed_elsewhere(app: Opened) -> None:
    app.window.open_home()
    app.settings.set("rate", 200)
    app.bot.wait(1)
    assert not app.screen.sound._soon.isActive()


def test_the_key_m_and_the_switch_are_one(app: Opened) -> None:
    app.window.toggle_mute()
    assert not app.screen.sound.sound_on.isChecked()
    app.window.toggle_mute()
    assert app.screen.sound.sound_on.isChecked()


@pytest.mark.parametrize(
    "status", [VoiceStatus.NO_ENGINE, VoiceStatus.NO_DEVICE, VoiceStatus.FAILED]
)
def test_what_is_missing_is_told_with_its_remedy(app: Opened, status: VoiceStatus) -> None:
    sound = app.screen.sound
    app.coach.voice_changed.emit(VoiceState(status, "Nothing speaks here.", "Install a voice."))
    assert sound.notice.isVisible()
    assert (sound.notice.text.text(), sound.notice.remedy.text()) == (
        "Nothing speaks here.", "Install a voice.",
    )  # fmt: skip
    assert sound.notice.again.isVisible() is (status is VoiceStatus.FAILED)
    assert sound.hear.isEnabled() is (status is not VoiceStatus.NO_ENGINE)
    assert not told_above(app), "it is told twice"
    app.window.open_home()
    assert told_above(app)
    app.coach.voice_changed.emit(VoiceState(VoiceStatus.READY, "", ""))
    assert sound.notice.isHidden()
    assert sound.hear.isEnabled()


# ---------------------------------------------------------------- the voices


def groups(app: Opened) -> list[str]:
    return [group.text(0).strip("▾▸ ●") for group in app.screen.sound.voices._groups()]


def test_voices_are_by_language_the_persons_own_first_and_the_others_closed(app: Opened) -> None:
    app.settings.set("language", "fr")
    app.tell_voices()
    assert groups(app)[:2] == ["The one that suits", "Français (French)"]
    opened = [group.isExpanded() for group in app.screen.sound.voices._groups()]
    assert opened == [False, True, *[False] * (len(opened) - 2)]
    assert len(app.screen.sound.voices.items()) == 6


def test_a_language_without_a_name_is_called_as_its_voice(app: Opened) -> None:
    app.tell_voices()
    assert "Esperanza" in groups(app)
    assert language_name("en") == "English"


def test_typing_finds_a_voice(app: Opened) -> None:
    app.tell_voices()
    app.click(app.screen.sound.change)
    voices = app.screen.sound.voices
    assert voices.search.hasFocus()
    QTest.keyClicks(voices.search, "britain")
    left = [item.text(0) for item in voices.items() if not item.isHidden()
            and not (item.parent() or item).isHidden()]  # fmt: skip
    assert left == ["Great Britain"]
    QTest.keyClicks(voices.search, "xyz")
    assert voices.none.isVisible()
    voices.search.clear()
    assert voices.tree.isVisible()


def test_a_voice_is_chosen_with_the_keys_alone(app: Opened) -> None:
    app.tell_voices()
    app.click(app.screen.sound.change)
    QTest.keyClicks(app.screen.sound.voices.search, "german")
    app.key(Qt.Key.Key_Tab)
    tree = app.screen.sound.voices.tree
    assert tree.hasFocus()
    app.key(Qt.Key.Key_End)
    app.key(Qt.Key.Key_Return)
    assert app.settings.now.voice == "de"
    assert app.settings.now.language == "de"
    assert app.screen.sound.voice.meaning.text() == "German"


def test_a_voice_that_is_gone_is_told(app: Opened) -> None:
    app.settings.set("voice", "lost")
    app.tell_voices()
    assert "not on this computer" in app.screen.sound.voice.meaning.text()


# ---------------------------------------------------------------- getting there and back


def test_the_gear_leads_there_and_escape_back(app: Opened) -> None:
    app.key(Qt.Key.Key_Escape)
    assert page(app) is Page.HOME
    app.click(app.window.tops.gear)
    assert page(app) is Page.SETTINGS
    app.click(app.window.tops.back)
    assert page(app) is Page.HOME


def test_a_routine_waits_while_settings_are_changed(app: Opened) -> None:
    app.window.play("daily-prevention")
    app.key(Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert page(app) is Page.SETTINGS
    player = app.window.player_screen.player
    assert player is not None
    assert player.playback.state.name == "PAUSED"
    app.key(Qt.Key.Key_Escape)
    assert page(app) is Page.PLAYER


def test_nobody_with_a_cramp_is_led_away(app: Opened) -> None:
    app.window.open_cramp()
    app.window.open_settings()
    assert page(app) is Page.CRAMP


def test_the_check_comes_back_to_the_settings(app: Opened) -> None:
    assert app.screen.safety is not None
    app.click(app.screen.safety.open_check)
    assert page(app) is Page.CHECK
    app.window.check_screen.done.emit()
    assert page(app) is Page.SETTINGS


def focusable(app: Opened) -> list[QWidget]:
    return [
        widget
        for kind in (Button, Option, Slider, QLineEdit, QTreeWidget)
        for widget in seen(app.window, kind)
        if widget.isEnabled()
    ]


def test_tab_reaches_everything_and_keeps_it_in_sight(app: Opened) -> None:
    app.tell_voices()
    app.click(app.screen.sound.change)
    app.bot.wait(1)
    reached: list[QWidget] = []
    for _press in range(80):
        app.key(Qt.Key.Key_Tab)
        now = app.window.focusWidget()
        if now is None or now in reached:
            break
        reached.append(now)
        place = now.mapTo(app.window, now.rect().center())
        assert app.window.rect().contains(place), now.accessibleName()
    one_of_several = {
        widget.parent() for widget in focusable(app) if getattr(widget, "autoExclusive", bool)()
    }
    alone = [widget for widget in focusable(app) if widget.parent() not in one_of_several]
    missed = [widget.accessibleName() for widget in alone if widget not in reached]
    assert not missed
    for group in one_of_several:
        assert any(widget.parent() is group for widget in reached)


def test_arrows_choose_among_several(app: Opened) -> None:
    options = app.screen.sound.verbosity.options
    options[Verbosity.FULL].setFocus(Qt.FocusReason.TabFocusReason)
    app.key(Qt.Key.Key_Right)
    app.key(Qt.Key.Key_Space)
    assert app.settings.now.verbosity is Verbosity.BRIEF
    assert [option.isChecked() for option in options.values()] == [False, True, False, False]


def test_everything_has_a_name_for_screen_readers(app: Opened) -> None:
    app.tell_voices()
    app.click(app.screen.sound.change)
    for widget in focusable(app):
        assert widget.accessibleName(), widget
    slider = app.screen.sound.lead_in.slider
    assert (slider.accessibleName(), slider.accessibleDescription()) == (
        "Time to get ready", "5 seconds",
    )  # fmt: skip


def test_the_wheel_scrolls_the_page_and_changes_nothing(app: Opened) -> None:
    slider = app.screen.sound.rate.slider
    before = app.settings.now
    centre = QPointF(slider.rect().center())
    event = QWheelEvent(
        centre, slider.mapToGlobal(centre), QPoint(0, -120), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QApplication.sendEvent(slider, event)
    assert app.settings.now == before
    assert event.type() == QEvent.Type.Wheel


def test_text_grows_when_the_pointer_lets_go_but_shows_before(app: Opened) -> None:
    row = app.screen.look.text_size
    slider = row.number.slider
    before = QFontMetrics(row.sample.font()).height()
    middle = slider.rect().center()
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=middle)
    assert app.settings.now.text_size == 1
    assert row.number.shown.text() == "200 %"
    row.sample.ensurePolished()
    assert QFontMetrics(row.sample.font()).height() > before * 1.5
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=middle)
    assert app.settings.now.text_size == pytest.approx(2)


def test_all_people_are_drawn_and_named(app: Opened) -> None:
    cards = app.screen.findChildren(PersonCard)
    assert len(cards) >= 5
    app.bot.waitUntil(
        lambda: all(card._picture is not None for card in cards if card.person != "surprise")
    )
    app.click(app.screen.look.people.cards["surprise"])
    assert app.window.theme.person == "surprise"


# ---------------------------------------------------------------- large text, little room


@pytest.mark.parametrize("factor", [1, 2])
@pytest.mark.parametrize("size", [(480, 560), (480, 900), (1100, 760)])
def test_nothing_is_cut_off(app: Opened, size: tuple[int, int], factor: int) -> None:
    app.settings.set("text_size", factor)
    app.window.resize(*size)
    app.tell_voices()
    app.screen.sound.change.click()
    state = VoiceState(VoiceStatus.FAILED, "There is no voice on this computer.", "Try it again.")
    app.coach.voice_changed.emit(state)
    for _turn in range(12):
        app.bot.wait(1)
    scroll = app.screen._page
    assert scroll.horizontalScrollBar().maximum() == 0
    for kind in (Text, Button, Option, Slider):
        for widget in seen(app.screen, kind):
            left = widget.mapTo(scroll.viewport(), QPoint(0, 0)).x()
            assert left >= 0
            assert left + widget.width() <= scroll.viewport().width()
            name = widget.accessibleName() or getattr(widget, "text", str)()
            assert widget.width() >= min(widget.minimumSizeHint().width(), 400), name
            needed = widget.heightForWidth(widget.width())
            assert widget.height() >= needed, name
            if not isinstance(widget, Text):
                assert widget.height() >= 44, name


def test_what_sets_something_begins_and_ends_at_one_line(app: Opened) -> None:
    app.window.resize(1100, 760)
    for _turn in range(12):
        app.bot.wait(1)
    sliders = list(seen(app.screen, Slider))
    assert len(sliders) == 5
    begins = {slider.mapTo(app.screen, QPoint(0, 0)).x() for slider in sliders}
    begins.add(app.screen.sound.hear.mapTo(app.screen, QPoint(0, 0)).x())
    assert len(begins) == 1
    assert len({slider.width() for slider in sliders}) == 1


def test_the_stop_screen_has_the_number_of_the_region_at_once(app: Opened) -> None:
    def shown() -> str:
        return " ".join(text.text() for text in app.window.stop_screen.findChildren(Text))

    app.window.open_stop()
    assert "112" not in shown()
    app.window.stop_screen.back.emit()
    another_region(app)
    app.window.open_stop()
    assert "112" in shown()


# ---------------------------------------------------------------- the person's data


@pytest.mark.parametrize("opens", [True, False])
def test_the_folder_is_opened_or_it_is_told_where_it_is(
    app: Opened, monkeypatch: pytest.MonkeyPatch, *, opens: bool
) -> None:
    data, asked = app.screen.data, []
    assert data is not None

    def open_url(url: QUrl) -> bool:
        asked.append(url.toLocalFile())
        return opens

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    app.click(data.open_folder)
    (folder,) = asked
    assert Path(folder).is_dir()
    assert data.told.isHidden() is opens


def test_a_copy_is_made_and_brought_back(app: Opened) -> None:
    data = app.screen.data
    assert data is not None
    app.settings.set("rate", 200)
    file = app.folder / "copy.zip"
    data.back_up_to(file)
    assert file.exists()
    assert str(file) in data.told.text().replace("\u200b", "")
    app.settings.set("rate", 90)
    app.settings.set("text_size", 1.2)
    data.restore_from(file)
    assert app.settings.now.rate == 200
    assert app.window.theme.scale == pytest.approx(1)
    assert load_settings(app.folder / "config" / "settings.json")[0].rate == 200
    assert "What was here before is in" in data.told.text()


def test_a_copy_that_is_none_changes_nothing(app: Opened) -> None:
    data = app.screen.data
    assert data is not None
    app.settings.set("rate", 200)
    data.restore_from(Path(__file__))
    assert "Nothing was changed" in data.told.text()
    data.restore_from(app.folder / "no-such.zip")
    assert "What was here still is" in data.told.text()
    data.back_up_to(app.folder / "no-such-folder" / "copy.zip")
    assert "could not be written" in data.told.text()
    assert app.settings.now.rate == 200


@pytest.mark.qt_log_ignore("propagateSizeHints")  # of the platform without a screen
def test_everything_is_deleted_when_it_has_been_asked_twice(app: Opened) -> None:
    data = app.screen.data
    assert data is not None
    app.settings.set("rate", 200)
    app.settings.flush()
    for answers in ([False], [True, False], [True, True]):
        app.click(data.delete)
        for answer in answers:
            assert data.ask is not None
            assert data.ask.no.hasFocus() or not data.ask.isActiveWindow()
            (data.ask.yes if answer else data.ask.no).click()
        assert data.ask is None
        gone = answers == [True, True]
        assert (app.folder / "config" / "settings.json").exists() is not gone
        assert (app.settings.now == Settings()) is gone
    app.coach.close()
    assert not (app.folder / "config" / "settings.json").exists()


def test_a_routine_that_waits_ends_before_its_files_are_replaced(app: Opened) -> None:
    app.window.play("daily-prevention")
    app.window.open_settings()
    data = app.screen.data
    assert data is not None
    data.back_up_to(app.folder / "copy.zip")
    assert app.diary.closed
    app.key(Qt.Key.Key_Escape)
    assert page(app) is Page.HOME


def test_a_language_is_offered_only_where_there_is_a_choice(
    open_settings: OpenSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert open_settings().screen.look.language is None
    file = tmp_path / "locale" / "de" / "LC_MESSAGES" / "cramp-coach.mo"
    file.parent.mkdir(parents=True)
    file.touch()
    monkeypatch.setattr("coach.content.resources.Resources.locale", tmp_path / "locale")
    app = open_settings()
    row = app.screen.look.language
    assert row is not None
    assert [option.text() for option in row.options.values()] == [
        "As the system", "English", "Deutsch",
    ]  # fmt: skip
    app.click(row.options["de"])
    assert app.settings.now.text_language == "de"


@pytest.mark.qt_log_ignore("propagateSizeHints")  # of the platform without a screen
@pytest.mark.parametrize(("factor", "size"), [(1, (1100, 760)), (2, (480, 560))])
def test_a_question_shows_all_it_asks(app: Opened, factor: int, size: tuple[int, int]) -> None:
    app.window.theme.set_text_factor(factor)
    app.window.resize(*size)
    data = app.screen.data
    assert data is not None
    data.delete.click()
    ask = data.ask
    assert ask is not None
    settle(ask)
    assert ask.height() <= app.window.height()
    for text in ask.findChildren(Text):
        assert text.height() >= text.heightForWidth(text.width()), text.text()
    for button in (ask.yes, ask.no):
        assert button.size() == button.sizeHint()
    ask.no.click()
