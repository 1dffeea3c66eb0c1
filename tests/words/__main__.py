"""Writes the template of all texts, and brings the translations there are up to it."""

from __future__ import annotations

import sys

from tests.words.template import LOCALE, TEMPLATE, template, template_text
from tests.words.translations import update

if __name__ == "__main__":
    texts = template()
    LOCALE.mkdir(exist_ok=True)
    TEMPLATE.write_bytes(template_text(texts))
    sys.stdout.write(f"{TEMPLATE}: {len(texts)} texts\n")
    for file in sorted(LOCALE.glob("*/LC_MESSAGES/*.po")):
        sys.stdout.write(f"{file}: {update(file, texts)} not translated yet\n")
