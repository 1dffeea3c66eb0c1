"""A screen reader for tests: walks the tree of an app and keeps what the app tells.

It speaks AT-SPI over D-Bus as Orca does, from outside the app's process.
https://gnome.pages.gitlab.gnome.org/at-spi2-core/devel-docs/
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, Properties, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.access.states import STATES

PATIENCE_SECONDS = 20.0
PRESS_SECONDS = 0.5
"""Qt shows a button pressed for 0.1 s, and does what it is for after that."""

FOCUSED = "state-changed:focused"
"""What is told of a thing that has got the focus, or lost it."""

NOWHERE = "/org/a11y/atspi/null"

_ATSPI = "org.a11y.atspi"
_ROOT = f"/{_ATSPI.replace('.', '/')}/accessible/root"
_EVENTS = f"{_ATSPI}.Event.Object"


class ReaderError(Exception):
    """An app did not answer as one that can be read does."""


class GoneError(ReaderError):
    """What was asked is no longer there."""


@dataclass(frozen=True)
class Node:
    """One thing in the tree, as it was when it was read.

    Attributes:
        name: What is read out.
        role: Its role's name: "push button", "label".
        states: "focused", "checked", "showing" and so on.
        description: What is read after the name.
        depth: Steps from the app's root.
        address: Where the app keeps it: bus name and path.
    """

    name: str
    role: str
    states: frozenset[str]
    description: str
    depth: int
    address: tuple[str, str]

    @property
    def is_control(self) -> bool:
        """Whether somebody can put the focus on it."""
        return "focusable" in self.states

    def __str__(self) -> str:
        """One line of the tree."""
        return f"{'  ' * self.depth}{self.role} “{self.name}”"


@dataclass(frozen=True)
class Told:
    """Something the app told by itself.

    Attributes:
        what: "announcement", or the name of an event such as "state-changed:focused".
        text: What was announced; empty else.
        address: Who told it.
        on: Whether a state has come, not gone.
    """

    what: str
    text: str
    address: tuple[str, str]
    on: bool


class Reader:
    """Listens on the accessibility bus of a session.

    Attributes:
        heard: Everything that was told so far, in order.
    """

    def __init__(self, bus: str) -> None:
        """Come to the accessibility bus that belongs to the message bus at an address.

        Apps that start later find somebody listening, and tell what happens in them.
        """
        self.heard: list[Told] = []
        self._replies: dict[int, Message] = {}
        self._session = open_dbus_connection(bus)
        status = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Status")
        for name in ("IsEnabled", "ScreenReaderEnabled"):
            self._session.send_and_get_reply(Properties(status).set(name, "b", True))
        launcher = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        (address,) = _body(
            self._session.send_and_get_reply(new_method_call(launcher, "GetAddress"))
        )
        self._link: DBusConnection = open_dbus_connection(address)
        self._listen()

    def close(self) -> None:
        """Go away."""
        self._link.close()
        self._session.close()

    # -- what there is ----------------------------------------------------------------------------

    def app(self, process: int) -> tuple[str, str]:
        """Wait until the app of a process can be read; return its root's address.

        Raises:
            ReaderError: It did not come.
        """
        registry = (f"{_ATSPI}.Registry", _ROOT)
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end:
            for address in self._children(registry)[0]:
                (said,) = self.ask(message_bus.GetConnectionUnixProcessID(address[0]))
                if said[0] == process:
                    return address
            self._wait(0.05)
        raise ReaderError(f"process {process} did not come to the accessibility bus")

    def shown(self, address: tuple[str, str]) -> list[Node]:
        """Return what is on the screen of all that is in a thing; read anew if it changes."""
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end:
            with suppress(GoneError):
                return self._shown(address)
        return self._shown(address)

    def _shown(self, address: tuple[str, str]) -> list[Node]:
        """Return what is on the screen of all that is in a thing, parents first."""
        nodes: dict[tuple[str, str], Node] = {}
        within: dict[tuple[str, str], list[tuple[str, str]]] = {}
        level, depth = [address], 0
        while level:  # all of one depth are asked about at once: each answer takes a moment
            states = {one: has for one, has in self._states(level).items() if "showing" in has}
            nodes |= self._nodes(states, depth)
            within.update(zip(states, self._children(*states), strict=True))
            level, depth = [child for parent in states for child in within[parent]], depth + 1
        waiting, found = [address], []
        while waiting:
            one = waiting.pop()
            if one in nodes:
                found.append(nodes[one])
                waiting += reversed(within[one])
        return found

    def find(self, address: tuple[str, str], name: str, role: str = "") -> Node:
        """Return the one thing on the screen with a name, and a role where one is given.

        Raises:
            ReaderError: There is none, or more than one.
        """
        nodes = self.shown(address)
        found = [node for node in nodes if node.name == name and role in ("", node.role)]
        if len(found) != 1:
            tree = "\n".join(map(str, nodes))
            raise ReaderError(f"{len(found)} things are called “{name}” in\n{tree}")
        return found[0]

    def node(self, address: tuple[str, str]) -> Node:
        """Read one thing anew."""
        return self._nodes(self._states([address]), 0)[address]

    def _states(
        self, addresses: Sequence[tuple[str, str]]
    ) -> dict[tuple[str, str], frozenset[str]]:
        said = self.ask(*(call(one, "GetState") for one in addresses))
        return {one: _states(bits) for one, (bits,) in zip(addresses, said, strict=True)}

    def _nodes(
        self, states: Mapping[tuple[str, str], frozenset[str]], depth: int
    ) -> dict[tuple[str, str], Node]:
        """Read the rest of some things, of which the states are known."""
        asked = []
        for address in states:
            asked += [call(address, "GetRoleName")]
            asked += [_property(address, "Name"), _property(address, "Description")]
        said = iter(self.ask(*asked))
        return {
            address: Node(
                states=has,
                role=next(said)[0],
                name=next(said)[0][1],
                description=next(said)[0][1],
                depth=depth,
                address=address,
            )
            for address, has in states.items()
        }

    def focused(self) -> Node | None:
        """Return what was last told to have the focus, if it has it still."""
        here = (told for told in reversed(self.heard) if told.what == FOCUSED and told.on)
        if (last := next(here, None)) is not None:
            with suppress(GoneError):
                if "focused" in (node := self.node(last.address)).states:
                    return node
        return None

    def is_active(self, app: tuple[str, str]) -> bool:
        """Whether one of an app's windows has the keyboard."""
        windows = self._children(app)[0]
        return any("active" in has for has in self._states(windows).values())

    def actions(self, node: Node) -> list[str]:
        """Return the names of what a thing can be asked to do."""
        (said,) = self.ask(call(node.address, "GetActions", "Action"))
        return [str(name) for name, *_more in said[0]]

    def sizes(self, nodes: Sequence[Node]) -> list[tuple[int, int]]:
        """Return width and height in pixels of some things."""
        said = self.ask(*(call(node.address, "GetSize", "Component") for node in nodes))
        return [(width, height) for width, height in said]

    def value(self, node: Node) -> float:
        """Return the number that a slider or a spin box stands at."""
        (said,) = self.ask(_property(node.address, "CurrentValue", "Value"))
        return float(said[0][1])

    def text(self, node: Node) -> str:
        """Return what is written in a field."""
        (said,) = self.ask(call(node.address, "GetText", "Text", "ii", 0, -1))
        return str(said[0])

    def caret(self, node: Node) -> int:
        """Return where in a text its keys are: so many signs are before it."""
        (said,) = self.ask(_property(node.address, "CaretOffset", "Text"))
        return int(said[0][1])

    # -- what one can do --------------------------------------------------------------------------

    def press(self, node: Node) -> None:
        """Press a button as a screen reader's command does: by its first action.

        Raises:
            ReaderError: It cannot be pressed.
        """
        (said,) = self.ask(call(node.address, "DoAction", "Action", "i", 0))
        if not said[0]:
            raise ReaderError(f"{node} cannot be pressed")
        with suppress(ReaderError):  # it may be gone when it has been pressed
            self.wait_until(lambda: self._is_down(node), PRESS_SECONDS)
            self.wait_until(lambda: not self._is_down(node), PATIENCE_SECONDS)

    def _is_down(self, node: Node) -> bool:
        return "pressed" in self.node(node.address).states

    def wait_until(self, holds: Callable[[], bool], seconds: float = PATIENCE_SECONDS) -> None:
        """Listen until something holds, or the time is over."""
        end = time.monotonic() + seconds
        while not holds() and time.monotonic() < end:
            self._wait(0.02)
            while self._wait(0):  # to look once for all that has come, not for each
                pass

    # -- what is told -----------------------------------------------------------------------------

    @property
    def announced(self) -> list[str]:
        """What was read out so far, in order."""
        return [told.text for told in self.heard if told.what == "announcement"]

    def hear(
        self, wanted: Callable[[Told], bool], *, since: int, seconds: float = PATIENCE_SECONDS
    ) -> Told | None:
        """Return the first wanted thing that is told; None where it is not told in time.

        Args:
            wanted: Says which it is.
            since: So much of what was heard is passed over.
            seconds: How long to listen.
        """
        end = time.monotonic() + seconds
        while True:
            for told in self.heard[since:]:
                if wanted(told):
                    return told
            since, left = len(self.heard), end - time.monotonic()
            if left <= 0:
                return None
            self._wait(left)

    def wait_for(self, wanted: Callable[[Told], bool]) -> Told:
        """Return the first told thing, of those not waited for before, that is wanted.

        Raises:
            ReaderError: It was not told.
        """
        if told := self.hear(wanted, since=len(self.heard)):
            return told
        raise ReaderError("it was not told; heard: " + "; ".join(map(str, self.heard[-9:])))

    def wait_for_announcement(self, text: str) -> None:
        """Wait until something is read out in which a text stands, unless it was already."""
        if not any(text in one for one in self.announced):
            self.wait_for(lambda told: text in told.text)

    def settle(self, address: tuple[str, str]) -> None:
        """Hear all that an app told before it answers a question: messages keep their order."""
        self.ask(_property(address, "Name"))

    # -- messages ---------------------------------------------------------------------------------

    def _listen(self) -> None:
        rule = MatchRule(type="signal", interface=_EVENTS)
        asked = [message_bus.AddMatch(rule)]
        place = f"/{_ATSPI.replace('.', '/')}/registry"
        registry = DBusAddress(place, f"{_ATSPI}.Registry", f"{_ATSPI}.Registry")
        for event in ("object:announcement", "object:state-changed:focused"):
            asked.append(new_method_call(registry, "RegisterEvent", "sass", (event, [], "")))
        self.ask(*asked)

    def _wait(self, seconds: float) -> bool:
        """Wait for the next message, for some seconds at most; return whether one came."""
        try:
            self._take(self._link.receive(timeout=seconds))
        except TimeoutError:
            return False
        return True

    def _take(self, message: Message) -> None:
        fields = message.header.fields
        if fields.get(HeaderFields.interface) == _EVENTS:
            self.heard.append(_told(message))
        elif number := fields.get(HeaderFields.reply_serial):
            self._replies[number] = message

    def ask(self, *messages: Message) -> list[tuple[Any, ...]]:
        """Send all, then wait for all answers; what is told meanwhile is heard."""
        numbers = []
        for message in messages:
            numbers.append(next(self._link.outgoing_serial))
            self._link.send(message, serial=numbers[-1])
        replies = [self._reply(number) for number in numbers]
        return [_body(reply) for reply in replies]

    def _reply(self, number: int) -> Message:
        """Wait for the answer to the message of a number."""
        while number not in self._replies:
            self._take(self._link.receive(timeout=PATIENCE_SECONDS))
        return self._replies.pop(number)

    def _children(self, *addresses: tuple[str, str]) -> list[list[tuple[str, str]]]:
        said = self.ask(*(call(address, "GetChildren") for address in addresses))
        return [[(name, path) for name, path in one[0] if path != NOWHERE] for one in said]


def call(
    address: tuple[str, str],
    method: str,
    interface: str = "Accessible",
    signature: str | None = None,
    *arguments: object,
) -> Message:
    """Return the message that calls a method of an interface of AT-SPI on one thing."""
    target = DBusAddress(address[1], address[0], f"{_ATSPI}.{interface}")
    return new_method_call(target, method, signature, arguments)


def _property(address: tuple[str, str], name: str, interface: str = "Accessible") -> Message:
    return Properties(DBusAddress(address[1], address[0], f"{_ATSPI}.{interface}")).get(name)


def _states(words: tuple[int, int]) -> frozenset[str]:
    bits = words[0] | words[1] << 32
    return frozenset(name for at, name in enumerate(STATES) if bits >> at & 1)


def _body(reply: Message) -> tuple[Any, ...]:
    if HeaderFields.error_name in reply.header.fields:
        error = str(reply.header.fields[HeaderFields.error_name])
        kind = GoneError if error.endswith("UnknownObject") else ReaderError
        raise kind(f"{error}: {reply.body}")
    body: tuple[Any, ...] = reply.body
    return body


def _told(signal: Message) -> Told:
    """Return what a signal of `org.a11y.atspi.Event.Object` tells."""
    fields = signal.header.fields
    member = _hyphenated(str(fields[HeaderFields.member]))
    detail, number, _second, value, *_rest = signal.body
    text = str(value[1]) if member == "announcement" else ""
    what = member if member == "announcement" else f"{member}:{detail}".rstrip(":")
    address = (str(fields[HeaderFields.sender]), str(fields[HeaderFields.path]))
    return Told(what, text, address, bool(number))


def _hyphenated(member: str) -> str:
    """Turn `StateChanged` into `state-changed`."""
    parts = "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in member)
    return parts.lstrip("-")
