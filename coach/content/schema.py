"""The form of exercise and routine files, checked with pydantic.

Nothing here is needed where a file has been checked before (see `coach.content.cache`), so that
only `library` and `check` import this module, and late.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag, model_validator

from coach.content.build import MOST_STEPS
from coach.content.fields import (
    AnySides,
    Count,
    Id,
    OwnCount,
    Pause,
    PhaseLength,
    PictureName,
    Positions,
    Remark,
    RepCount,
    Sentence,
    StrictModel,
    Text,
    Title,
    Words,
    Work,
    told,
)
from coach.content.wording import in_form
from coach.core.exercise import Muscle, Sides, Strength
from coach.core.routine import Transition
from coach.core.words import _

Kind = Literal["exercise", "routine"]


class PhaseModel(StrictModel):
    """One part of a repetition."""

    name: Words
    """What the body does, as shown."""
    seconds: PhaseLength
    """How long it takes."""
    say: Remark = ""
    """What is said; the name where it is left out."""


class _Dose(StrictModel):
    change: Pause = 0
    """Seconds to change sides."""


class HoldDose(_Dose):
    """A position held still."""

    hold: Work
    """Seconds of one hold."""
    count: Count = 1
    """Holds on each side."""
    rest: Pause = 0
    """Seconds between two holds on the same side."""


class RepsDose(_Dose):
    """Repetitions at a tempo."""

    reps: RepCount
    """Repetitions in a set, on each side."""
    sets: Count = 1
    """Sets on each side."""
    rest: Pause = 0
    """Seconds between two sets on the same side."""
    reverse: bool = False
    """The second half of a set goes the other way round."""
    phases: Annotated[list[PhaseModel], Field(min_length=1, max_length=12)]
    """What one repetition consists of."""


class ContinuousDose(_Dose):
    """A movement that goes on without being counted."""

    seconds: Work
    """Seconds of one block."""
    count: Count = 1
    """Blocks on each side."""
    rest: Pause = 0
    """Seconds between two blocks on the same side."""


class OwnPaceDose(_Dose):
    """As long as the person likes."""

    own_pace: OwnCount
    """Repetitions at one's own pace; 0 for "until I am ready"."""


class SourceModel(StrictModel):
    """Where an exercise comes from: words of the article, or a reference."""

    quote: Text = ""
    """Words of the article."""
    line: Annotated[int, Field(ge=0, le=1_000_000)] = 0
    """The line of the article that the quote is in."""
    reference: Remark = ""
    """Name of a reference."""
    note: Text = ""
    """What was taken from it or changed."""

    @model_validator(mode="after")
    def _one_of_two(self) -> SourceModel:
        if bool(self.quote) == bool(self.reference):
            raise told(_("needs either quote or reference"))
        return self


def _has(part: object, key: str) -> bool:
    """Whether a table, or the model made of one, has a key."""
    return key in part if isinstance(part, dict) else key in getattr(type(part), "model_fields", ())


def _dose_kind(dose: object) -> str | None:
    keys = ("hold", "reps", "seconds", "own_pace")
    return next((f"<{key}>" for key in keys if _has(dose, key)), None)


AnyDose = Annotated[
    Annotated[HoldDose, Tag("<hold>")]
    | Annotated[RepsDose, Tag("<reps>")]
    | Annotated[ContinuousDose, Tag("<seconds>")]
    | Annotated[OwnPaceDose, Tag("<own_pace>")],
    Discriminator(_dose_kind),
]


class ExerciseModel(StrictModel):
    """An exercise file."""

    title: Title
    """As shown."""
    strength: Annotated[Strength, Field(strict=False)] = Strength.PRACTICE
    """What stands behind it."""
    positions: Positions
    """The positions it can be done in, most usual first."""
    muscles: Annotated[list[Annotated[Muscle, Field(strict=False)]], Field(min_length=1)]
    """What is stretched or works, most important first."""
    target: Words
    """The same in words."""
    equipment: Remark = ""
    """What is needed, in words; left out for nothing."""
    sides: AnySides = Sides.BOTH
    """How it treats the two legs."""
    dose: AnyDose
    """How much is done where a routine does not say otherwise."""
    setup: Annotated[list[Sentence], Field(default_factory=list, max_length=5)]
    """How to get there, at most five sentences."""
    cues: Annotated[list[Words], Field(default_factory=list, max_length=12)]
    """What is said while it goes on."""
    cautions: Annotated[list[Sentence], Field(default_factory=list, max_length=12)]
    """What to mind."""
    sources: Annotated[list[SourceModel], Field(default_factory=list, max_length=20)]
    """Where it comes from."""
    hard_stop: bool = False
    """Its time may never be made longer."""
    figure: Id | None = None
    """Name of its moving picture; left out for the one of its own name, if there is one."""
    picture: PictureName | None = None
    """Name of a file in the folder `pictures` beside `exercises`, shown in place of a figure."""
    mirror_picture: bool = False
    """The picture is turned round for the left leg; never do this to words."""


class TransitionModel(StrictModel):
    """A step that gives time to get into place."""

    transition: Annotated[Transition, Field(strict=False)]
    """Which one."""
    seconds: Work
    """How long it takes."""
    text: Sentence
    """What to do, one sentence."""
    rest_after: Pause = 0
    """Seconds of rest before the next step."""


class ExerciseStepModel(StrictModel):
    """A step that does an exercise; what is left out is taken from the exercise."""

    exercise: Id
    """Which one: the name of its file."""
    hold: Work | None = None
    """Seconds of one hold."""
    reps: RepCount | None = None
    """Repetitions in a set, on each side."""
    seconds: Work | None = None
    """Seconds of one block."""
    count: Count | None = None
    """Holds or blocks on each side."""
    sets: Count | None = None
    """Sets on each side."""
    rest: Pause | None = None
    """Seconds between two holds, sets or blocks on the same side."""
    tempo: Annotated[list[PhaseLength], Field(min_length=1, max_length=12)] | None = None
    """Seconds of each phase of a repetition."""
    own_pace: OwnCount | None = None
    """Repetitions at one's own pace; 0 for "until I am ready"."""
    sides: AnySides | None = None
    """How the two legs take turns."""
    first_side: Literal["right", "left"] | None = None
    """The leg that begins, or the sore one where only one works."""
    change: Pause | None = None
    """Seconds to change sides."""
    rest_after: Pause = 0
    """Seconds of rest before the next step."""
    note: Remark = ""
    """A remark, shown and spoken."""


def _step_kind(step: object) -> str | None:
    if _has(step, "repeat") or _has(step, "steps"):
        return "<group>"
    return next((f"<{key}>" for key in ("transition", "exercise") if _has(step, key)), None)


PlainStep = Annotated[
    Annotated[TransitionModel, Tag("<transition>")]
    | Annotated[ExerciseStepModel, Tag("<exercise>")],
    Discriminator(_step_kind),
]


class GroupModel(StrictModel):
    """Steps that are gone through several times."""

    repeat: Annotated[int, Field(ge=1, le=MOST_STEPS)]
    """How often."""
    rest_between: Pause = 0
    """Seconds between two rounds."""
    steps: Annotated[list[PlainStep], Field(min_length=1, max_length=MOST_STEPS)]
    """What belongs together."""


AnyStep = Annotated[
    Annotated[TransitionModel, Tag("<transition>")]
    | Annotated[ExerciseStepModel, Tag("<exercise>")]
    | Annotated[GroupModel, Tag("<group>")],
    Discriminator(_step_kind),
]


class RoutineModel(StrictModel):
    """A routine file."""

    title: Title
    """As shown."""
    when: Remark = ""
    """When it is used, one or two sentences."""
    positions: Positions
    """The positions it goes through, in order."""
    note: Text = ""
    """What else there is to know."""
    before: Remark = ""
    """What to see to before it starts; left out for the usual advice."""
    steps: Annotated[list[AnyStep], Field(min_length=1, max_length=MOST_STEPS)]
    """What is done, in order."""


_MODELS: dict[Kind, type[StrictModel]] = {"exercise": ExerciseModel, "routine": RoutineModel}
PARTS: dict[str, type[StrictModel]] = {
    "sources": SourceModel,
    "phases": PhaseModel,
    "<hold>": HoldDose,
    "<reps>": RepsDose,
    "<seconds>": ContinuousDose,
    "<own_pace>": OwnPaceDose,
    "<transition>": TransitionModel,
    "<exercise>": ExerciseStepModel,
    "<group>": GroupModel,
}


def normalise(kind: Kind, raw: object) -> dict[str, Any]:
    """Check the form of a file's content and return it with nothing left out but `None`.

    Raises:
        ContentError: With everything that is wrong with the form.
    """
    model = in_form(_MODELS[kind], raw, PARTS)
    return model.model_dump(mode="json", exclude_none=True)


def json_schema(kind: Kind) -> dict[str, Any]:
    """Return the JSON Schema of an exercise or routine file, for editors of text."""
    return _MODELS[kind].model_json_schema()


def kind_of(raw: dict[str, Any], folder: str = "") -> Kind:
    """Tell from its keys, else from its folder, what a file is meant to be."""
    exercise, routine = (set(model.model_fields) for model in _MODELS.values())
    hits = len(raw.keys() & (exercise - routine)) - len(raw.keys() & (routine - exercise))
    if hits == 0:
        return "exercise" if folder == "exercises" else "routine"
    return "exercise" if hits > 0 else "routine"
