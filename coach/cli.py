"""The commands and their help.

Exit status: 0 all went well, 1 something went wrong and was said, 2 the command was not understood.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from coach import __version__
from coach.app.wish import Wish
from coach.core.numbers import clock
from coach.core.words import _

WENT_WRONG = 1


class CommandError(Exception):
    """Something went wrong that the person can do something about; the text says what."""


def run(arguments: Sequence[str]) -> int:
    """Carry out one command line and return the exit status."""
    options = _parser().parse_args(arguments)
    command = options.command or _open
    try:
        return int(command(options))
    except CommandError as error:
        print(f"coach: {error}", file=sys.stderr)
        return WENT_WRONG
    except BrokenPipeError:
        sys.stderr.close()
        return WENT_WRONG


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="coach",
        description=_("Short timed routines for legs that cramp."),
        epilog=_("Without a command, opens the app."),
    )
    parser.add_argument("--version", action="version", version=f"Cramp Coach {__version__}")
    parser.add_argument("--trace", type=Path, metavar="FILE", help=_("record what happens"))
    parser.set_defaults(command=None)
    commands = parser.add_subparsers(metavar="COMMAND", title=_("commands"))
    _add_player_commands(commands)
    _add_file_commands(commands)
    _add_tool_commands(commands)
    return parser


Commands = argparse._SubParsersAction  # argparse names the type nowhere else


def _add_player_commands(commands: Commands[argparse.ArgumentParser]) -> None:
    cramp = commands.add_parser("cramp", help=_("relief at once"))
    last = _("; what was last chosen where not given")
    muscles = ("calf", "foot", "front-thigh", "back-thigh")
    cramp.add_argument("--muscle", choices=muscles, default="", help=_("what cramps") + last)
    places = ("bed", "desk", "standing", "gym")
    cramp.add_argument("--place", choices=places, default="", help=_("where you are") + last)
    cramp.add_argument("--side", choices=("left", "right"), default="", help=_("which leg") + last)
    _add_trace(cramp)
    cramp.set_defaults(command=_cramp)
    play = commands.add_parser("play", help=_("play a routine"))
    play.add_argument("routine", metavar="ROUTINE", help=_("its id, as shown by coach list"))
    play.add_argument("--speed", type=_speed, default=1.0, metavar="N", help=_("times as fast"))
    play.add_argument("--once", action="store_true", help=_("close when it is over"))
    play.add_argument("--terminal", action="store_true", help=_("play in this terminal"))
    _add_trace(play)
    play.set_defaults(command=_play)


def _add_trace(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--trace",
        type=Path,
        metavar="FILE",
        default=argparse.SUPPRESS,
        help=_("record what happens"),
    )


def _add_file_commands(commands: Commands[argparse.ArgumentParser]) -> None:
    listing = commands.add_parser("list", help=_("list the routines"))
    listing.add_argument("--json", action="store_true", help=_("for programs"))
    listing.set_defaults(command=_list)
    check = commands.add_parser("check", help=_("look for mistakes in files"))
    check.add_argument("files", nargs="*", type=Path, metavar="FILE")
    check.add_argument("--schema", choices=("routine", "exercise"), help=_("print a format"))
    check.set_defaults(command=_check)


def _add_tool_commands(commands: Commands[argparse.ArgumentParser]) -> None:
    figure = commands.add_parser("figure", help=_("draw one moment of a moving picture"))
    figure.add_argument("exercise", metavar="EXERCISE")
    figure.add_argument("--side", choices=("right", "left"), default="right")
    figure.add_argument("--at", type=_share, default=1.0, metavar="0..1", help=_("which moment"))
    figure.add_argument("--theme", choices=("light", "dark"), default="light")
    figure.add_argument("--size", type=_pixels, default=560, metavar="PIXELS")
    figure.add_argument("--out", type=Path, required=True, metavar="FILE.png")
    figure.set_defaults(command=_figure)
    say = commands.add_parser("say", help=_("speak into a file"))
    say.add_argument("text", metavar="TEXT")
    say.add_argument("--out", type=Path, required=True, metavar="FILE.wav")
    say.set_defaults(command=_say)
    doctor = commands.add_parser("doctor", help=_("what works here and what is missing"))
    doctor.set_defaults(command=_doctor)


def _speed(text: str) -> float:
    return _number(text, 0.1, 1000)


def _share(text: str) -> float:
    return _number(text, 0, 1)


def _pixels(text: str) -> int:
    return int(_number(text, 16, 8192))


def _number(text: str, least: float, most: float) -> float:
    try:
        number = float(text)
    except ValueError:
        number = float("nan")
    if not least <= number <= most:
        message = _("must be a number from {least} to {most}, not {text}")
        raise argparse.ArgumentTypeError(message.format(least=least, most=most, text=text))
    return number


def _open(options: argparse.Namespace) -> int:
    return _open_window(Wish(screen="home", trace=options.trace))


def _open_window(wish: Wish) -> int:
    from coach.desktop.single import claim

    own = claim(wish)
    if own is None:
        return 0
    from coach.bootstrap.window import open_window

    return open_window(wish, own)


def _cramp(options: argparse.Namespace) -> int:
    return _open_window(
        Wish(
            screen="cramp",
            trace=options.trace,
            muscle=options.muscle,
            place=options.place,
            side=options.side,
        )
    )


def _play(options: argparse.Namespace) -> int:
    from coach.bootstrap.window import has_display

    wish = Wish(
        screen="player",
        routine=_known_routine(options.routine),
        speed=options.speed,
        once=options.once,
        trace=options.trace,
    )
    if options.terminal or not has_display():
        from coach.bootstrap.terminal import play_in_terminal

        return play_in_terminal(wish)
    return _open_window(wish)


def _known_routine(name: str) -> str:
    from coach.bootstrap.shelves import library as read_library

    library = read_library()
    names = list(library.cards)
    if name in names:
        return name
    problem = next(
        (problem for problem in library.problems if Path(problem.file).stem == name), None
    )
    if problem is not None:
        raise CommandError(str(problem))
    from difflib import get_close_matches

    near = get_close_matches(name, names, n=1)
    hint = _("Did you mean {name}?").format(name=near[0]) if near else _("See: coach list")
    message = _("there is no routine “{name}”. {hint}").format(name=name, hint=hint)
    raise CommandError(message)


def _list(options: argparse.Namespace) -> int:
    from coach.bootstrap.shelves import library as read_library

    library = read_library()
    rows = [
        {
            "id": card.id,
            "title": card.title,
            "seconds": _whole(card.seconds),
            "position": ", ".join(card.positions),
            "steps": card.steps,
        }
        for card in library.cards.values()
    ]
    if options.json:
        print(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        widest = max((len(str(row["id"])) for row in rows), default=0)
        for row, card in zip(rows, library.cards.values(), strict=True):
            print(f"{row['id']:<{widest}}  {clock(card.seconds):>7}  {row['title']}")
    for problem in library.problems:
        print(f"coach: {problem}", file=sys.stderr)
    return 0


def _whole(seconds: float) -> int | float:
    return int(seconds) if seconds == int(seconds) else seconds


def _check(options: argparse.Namespace) -> int:
    from coach.bootstrap import commands

    if options.schema:
        print(json.dumps(commands.json_schema(options.schema), ensure_ascii=False, indent=2))
        return 0
    if not options.files:
        message = _("name at least one file to check")
        raise CommandError(message)
    problems = [problem for file in options.files for problem in commands.check(file)]
    for problem in problems:
        print(problem)
    return WENT_WRONG if problems else 0


def _figure(options: argparse.Namespace) -> int:
    from coach.bootstrap import commands

    _see_that_it_can_be_made(options.out)
    try:
        commands.draw_figure(
            options.exercise,
            side=options.side,
            at=options.at,
            theme=options.theme,
            size=options.size,
            out=options.out,
        )
    except (commands.CannotDrawError, OSError) as error:
        raise CommandError(str(error)) from error
    return 0


def _say(options: argparse.Namespace) -> int:
    from coach.bootstrap import commands

    _see_that_it_can_be_made(options.out)
    try:
        commands.say(options.text, options.out)
    except commands.CannotSpeakError as error:
        raise CommandError(str(error)) from error
    except OSError as error:
        text = _("{file} can't be written: {reason}. Choose another place.")
        reason = error.strerror or error
        raise CommandError(text.format(file=options.out, reason=reason)) from error
    return 0


def _see_that_it_can_be_made(file: Path) -> None:
    """Raise CommandError, with the remedy, where a file has no place."""
    if file.is_dir():
        text = _("{file} is a folder. Give the name of a file in it.")
        raise CommandError(text.format(file=file))
    if not file.parent.is_dir():
        text = _("there is no folder {folder}. Make it first, or choose another place.")
        raise CommandError(text.format(folder=file.parent))


def _doctor(_options: argparse.Namespace) -> int:
    from coach.bootstrap import commands

    report = commands.examine()
    print(report.text())
    return 0 if report.is_well else WENT_WRONG
