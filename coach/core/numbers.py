"""Numbers, lengths of time and shares as people read them, in the way of their language."""

from __future__ import annotations

from coach.core.words import _, counted, language

NO_BREAK = "\N{NO-BREAK SPACE}"
"""A space at which no line is broken."""


def number(value: float) -> str:
    """Return a number with at most two decimals: "2.5", "1,000"; in German "2,5", "1 000".

    Where the decimal mark is a comma, thousands stand apart by a space: that is read rightly in
    every language (ISO 80000-1).
    """
    mark, between = (",", NO_BREAK) if language().decimal_comma else (".", ",")
    whole, _point, part = f"{value:,.2f}".partition(".")
    part = part.rstrip("0")
    whole = whole.replace(",", between)
    return f"{whole}{mark}{part}" if part else whole


def in_field(value: float) -> str:
    """Return a number as a person writes it into a field: "1000", "2.5"; in German "2,5"."""
    text = in_file(value)
    return text.replace(".", ",") if language().decimal_comma else text


def in_file(value: float) -> str:
    """Return a number as it has to be written in a file, whatever the language: "1000", "2.5"."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def percent(share: float) -> str:
    """Return a share of 1: "80 %"."""
    return _("{n} %").format(n=round(share * 100))


def megabytes(size: int) -> str:
    """Return a size in bytes in whole megabytes of 1,000,000: "1,200 MB"."""
    return _("{size} MB").format(size=number(size // 1_000_000))


# ---------------------------------------------------------------- lengths of time


def clock(seconds: float) -> str:
    """Return a length of time, "5:44", from an hour on "1:05:44"; parts of a second are dropped."""
    hours, minutes, left = _parts(seconds)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def short_clock(seconds: int) -> str:
    """Return seconds alone below a minute: "27", "1:05"."""
    return str(seconds) if seconds < 60 else clock(seconds)


def time_left(seconds: int) -> str:
    """Return how much of a routine is left: "4:58 left"."""
    return _("{clock} left").format(clock=clock(seconds))


def seconds_text(seconds: float) -> str:
    """Return a short length of time: "10 s", "2.5 s"."""
    return _("{n} s").format(n=number(seconds))


def length_text(seconds: float) -> str:
    """Return a length as it is shown, not to be parted: "5 min 10 s", from an hour on "1 h 5 min".

    What is zero is left out; parts of a second are dropped.
    """
    hours, minutes, left = _parts(seconds)
    if hours:
        text = _("{hours} h {minutes} min") if minutes else _("{hours} h")
    elif minutes:
        text = _("{minutes} min {seconds} s") if left else _("{minutes} min")
    else:
        text = _("{seconds} s")
    return text.format(hours=hours, minutes=minutes, seconds=left).replace(" ", NO_BREAK)


def span(seconds: float) -> str:
    """Return a length as it is printed, to a tenth of a second, not to be parted: "1 min 2.5 s"."""
    minutes, rest = divmod(round(seconds * 10) / 10, 60)
    if not minutes:
        text = seconds_text(rest)
    elif not rest:
        text = _("{n} min").format(n=number(minutes))
    else:
        text = _("{m} min {s} s").format(m=number(minutes), s=number(rest))
    return text.replace(" ", NO_BREAK)


def spoken_length(seconds: float) -> str:
    """Return a length as it is read out, "5 minutes 10 seconds"; parts of a second are dropped."""
    whole, rest = divmod(int(seconds), 60)
    minutes = counted("{n} minute", "{n} minutes", whole)
    if whole and not rest:
        return minutes
    moments = spoken_seconds_text(rest)
    return _("{minutes} {seconds}").format(minutes=minutes, seconds=moments) if whole else moments


def spoken_seconds_text(seconds: float) -> str:
    """Return whole seconds, rounded, in words: "10 seconds"."""
    return counted("{n} second", "{n} seconds", round(seconds))


def about_minutes(seconds: float) -> str:
    """Return a length in whole minutes, rounded: "6 minutes"; "under a minute" where that is 0."""
    minutes = round(seconds / 60)
    return counted("{n} minute", "{n} minutes", minutes) if minutes else _("under a minute")


def _parts(seconds: float) -> tuple[int, int, int]:
    """Return whole hours, minutes and seconds; none of them where a length is negative."""
    minutes, left = divmod(max(0, int(seconds)), 60)
    return *divmod(minutes, 60), left
