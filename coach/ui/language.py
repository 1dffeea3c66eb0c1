"""Makes Qt speak the person's language: its own words, the way of numbers, and from which side."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coach.core.words import language


def speak(application: QApplication) -> None:
    """Set up the application for the language of the texts; Qt's usual is that of English."""
    spoken = language()
    left, right = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
    application.setLayoutDirection(right if spoken.right_to_left else left)
    if spoken.catalogue is None:
        return
    from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

    own = QLocale(spoken.tag)
    if own.language() != QLocale.Language.C:
        QLocale.setDefault(own)
        translator = QTranslator(application)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if translator.load(own, "qtbase", "_", folder):
            application.installTranslator(translator)
