"""The files of relief and safety: read when first wanted, and quickly from the second start on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coach.content.cache import Kept
from coach.content.problem import ContentError, Problem
from coach.content.relief_build import build_aftercare, build_protocol
from coach.content.resources import Resources
from coach.content.translated import translated
from coach.core.body import Muscle
from coach.core.caution import StandingTexts
from coach.core.relief import Aftercare, Place, Protocol, protocol_id
from coach.core.words import _, language

if TYPE_CHECKING:
    from coach.content.relief_schema import Kind
    from coach.core.safety import FirstCheck, StopScreen


class ReliefShelf:
    """Gives protocols, the aftercare, the STOP screen and the check at the first start."""

    def __init__(self, resources: Resources, cache_file: Path | None = None) -> None:
        """Read nothing yet.

        Args:
            resources: Where the shipped files lie.
            cache_file: Where checked files are kept between starts; made where it is missing.
        """
        self._resources = resources
        self._kept = Kept(cache_file)
        self._protocols: dict[tuple[str, str], Protocol] = {}  # by language and name

    def protocol(self, muscle: Muscle, place: Place) -> Protocol:
        """Return what is done for a cramp.

        Raises:
            ContentError: There is no protocol for that muscle, or its file is wrong.
        """
        name = protocol_id(muscle, place)
        key = (language().tag, name)
        if key not in self._protocols:
            path = self._resources.relief / f"{name}.toml"
            protocol = build_protocol(self._data("protocol", path))
            if protocol.id != name:
                reason = _("tells of {name}, which its name does not say").format(name=protocol.id)
                raise ContentError([Problem(str(path), "", reason)])
            self._protocols[key] = protocol
        return self._protocols[key]

    def aftercare(self) -> Aftercare:
        """Return what follows when a cramp eases.

        Raises:
            ContentError: Its file is wrong.
        """
        return build_aftercare(self._data("aftercare", self._aftercare_file))

    def stop_screen(self) -> StopScreen:
        """Return what the STOP screen shows and says.

        Raises:
            ContentError: Its file is wrong.
        """
        from coach.content.safety_build import build_stop_screen  # not before it is wanted

        return build_stop_screen(self._data("stop", self._stop_file))

    def texts(self) -> StandingTexts:
        """Return the standing texts alone, which are wanted before the STOP screen is.

        Raises:
            ContentError: The file of the STOP screen is wrong.
        """
        return StandingTexts(**self._data("stop", self._stop_file)["texts"])

    def first_check(self) -> FirstCheck:
        """Return the check at the first start.

        Raises:
            ContentError: Its file is wrong.
        """
        from coach.content.safety_build import build_first_check  # not before it is wanted

        return build_first_check(self._data("check", self._check_file))

    def check_ahead(self) -> Iterator[None]:
        """Check and keep every file that has not been checked yet, one at each step."""
        return self._kept.check_ahead((path, _check(kind, path)) for kind, path in self._files())

    def keep(self) -> None:
        """Write down what was newly read, where anything was."""
        self._kept.keep()

    @property
    def _stop_file(self) -> Path:
        return self._resources.safety / "stop.toml"

    @property
    def _check_file(self) -> Path:
        return self._resources.safety / "check.toml"

    @property
    def _aftercare_file(self) -> Path:
        return self._resources.relief / "aftercare.toml"

    def _files(self) -> Iterator[tuple[Kind, Path]]:
        yield "stop", self._stop_file
        yield "check", self._check_file
        for path in sorted(self._resources.relief.glob("*.toml")):
            yield "aftercare" if path == self._aftercare_file else "protocol", path

    def _data(self, kind: Kind, path: Path) -> Mapping[str, Any]:
        return translated(kind, self._kept.content(path, _check(kind, path)))


def _check(kind: Kind, path: Path) -> Callable[[], object]:
    def check() -> object:
        from coach.content.reading import read_toml  # new and changed files only
        from coach.content.relief_schema import normalise  # brings pydantic, which takes its time

        try:
            return normalise(kind, read_toml(path))
        except ContentError as wrong:
            raise ContentError(wrong.at(str(path))) from None

    return check
