"""Speech for the command line: one text to a file, and what there is to speak with."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from coach.core.words import _
from coach.voice.launch import OWN_ENGINE, Launch
from coach.voice.messages import Message, Prepare, Prepared, Probe, Probed, Settings, Trouble
from coach.voice.renderer import AT_FIRST, clean, is_speakable
from coach.voice.session import Session, SessionError

SECONDS = 15.0
"""Nobody waits longer than this for a worker."""


class RenderError(RuntimeError):
    """The text could not be rendered; a sentence for a person."""


def render_to_file(
    text: str,
    out: Path,
    *,
    settings: Settings = AT_FIRST,
    engine: str = OWN_ENGINE,
    seconds: float = SECONDS,
) -> float:
    """Write `text`, spoken as the app would speak it, to the WAV file `out`; return its length.

    Raises:
        RenderError: There is no engine, nothing to say in the text, or no answer in time.
        OSError: `out` cannot be written.
    """
    with tempfile.TemporaryDirectory(prefix="cramp-coach-") as folder:
        launch = Launch(cache=Path(folder), engine=engine)
        try:
            with Session(launch) as session:
                session.send(settings, Prepare((text,)))
                answer = session.answer(_is_outcome, seconds)
        except (SessionError, OSError) as error:
            raise RenderError(
                _("The text was not spoken: {reason}.").format(reason=error)
            ) from error
        if isinstance(answer, Trouble):
            reason = answer.reason
            raise RenderError(_("The text was not spoken: {reason}.").format(reason=reason))
        clip = next(Path(folder).glob("*.wav"), None)
        if clip is None:
            raise RenderError(_why_silent(text))
        shutil.copyfile(clip, out)
    assert isinstance(answer, Prepared)
    return answer.seconds


def _why_silent(text: str) -> str:
    if is_speakable(clean(text)):
        return _("The voice stayed silent at this text. Try again, or choose another voice.")
    return _("There is nothing to speak in this text: it has no letters.")


def probe(launch: Launch, *, seconds: float = SECONDS) -> Probed | None:
    """Return what there is to speak with and to play on; none where the worker does not answer.

    Never fails, and takes no longer than `seconds`.
    """
    try:
        with Session(launch) as session:
            session.send(Probe())
            answer = session.answer(lambda message: isinstance(message, Probed), seconds)
    except (SessionError, OSError):
        return None
    assert isinstance(answer, Probed)
    return answer


def _is_outcome(message: Message) -> bool:
    return isinstance(message, Prepared) or (
        isinstance(message, Trouble) and message.kind in {"render", "no-engine"}
    )
