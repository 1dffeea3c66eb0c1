"""A desktop's screen saver service, asked by the real wake lock: run inside dbus-run-session."""

from __future__ import annotations

import sys
import threading

from jeepney import (
    MessageType,
    message_bus,
    new_method_return,
)
from jeepney.io.blocking import (
    DBusConnection,
    Proxy,
    open_dbus_connection,
)

from coach.desktop.awake import ScreenAwake

NAME = "org.freedesktop.ScreenSaver"


def serve(connection: DBusConnection, asked: threading.Semaphore) -> None:
    """Answer two calls."""
    served = 0
    while served < 2:
        call = connection.receive(timeout=10)
        fields = call.header.fields
        if call.header.message_type is not MessageType.method_call:
            continue
        member = next(value for key, value in fields.items() if key.name == "member")
        if member == "Inhibit":
            sys.stdout.write("Inhibit\n")
            connection.send(new_method_return(call, "u", (7,)))
        else:
            sys.stdout.write(f"{member} {call.body[0]}\n")
            connection.send(new_method_return(call))
        served += 1
        asked.release()


def main() -> None:
    connection = open_dbus_connection()
    Proxy(message_bus, connection).RequestName(NAME)
    asked = threading.Semaphore(0)
    service = threading.Thread(target=serve, args=(connection, asked))
    service.start()
    awake = ScreenAwake(settle=0)
    awake.hold()
    assert asked.acquire(timeout=10)
    awake.release()
    assert asked.acquire(timeout=10)
    service.join(10)


if __name__ == "__main__":
    main()
