"""Makes Qt speak the person's language: its own words, the way of numbers, and from which side."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coach.core.words import Language, language

_WORDS_OF_QT: Final = "words-of-qt"


def speak(application: QApplication) -> None:
    """Set up the application for the language of the texts; Qt's usual is that of English."""
    spoken = language()
    left, right = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
    application.setLayoutDirection(right if spoken.right_to_left else left)
    if spoken.catalogue is not None:
        _take_words_of_qt(application, spoken)


def speak_another(application: QApplication) -> None:
    """The same while the app runs, in place of the language before."""
    from PySide6.QtCore import QLocale, QTranslator

    before = application.findChild(QTranslator, _WORDS_OF_QT)
    if before is not None:
        application.removeTranslator(before)
        before.setObjectName("")
        before.deleteLater()
    QLocale.setDefault(QLocale.system())
    speak(application)


def time_of_day(moment: datetime) -> str:
    """Return when something was, in the way of the language and the country: "14:05", "2:05 PM"."""
    from PySide6.QtCore import QLocale, QTime

    here = moment.astimezone()
    return QLocale().toString(QTime(here.hour, here.minute), QLocale.FormatType.ShortFormat)


def _take_words_of_qt(application: QApplication, spoken: Language) -> None:
    from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

    own = QLocale(spoken.tag)
    if own.language() == QLocale.Language.C:
        return
    QLocale.setDefault(own)
    translator = QTranslator(application)
    translator.setObjectName(_WORDS_OF_QT)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(own, "qtbase", "_", folder):
        application.installTranslator(translator)
