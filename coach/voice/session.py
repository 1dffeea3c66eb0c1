"""A short talk with a worker for those who wait for the answer, and how long they wait at most."""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue
from time import monotonic
from types import TracebackType
from typing import IO, Self

from coach.voice.launch import Launch, interpreter, python_path
from coach.voice.messages import Message, MessageError, Request, decode, encode


class SessionError(RuntimeError):
    """The worker ended or did not answer in time."""


class Session:
    """One worker, ended when the `with` block is left."""

    def __init__(self, launch: Launch, **environment: str) -> None:
        """Start the worker, with some variables of its environment set otherwise.

        Raises:
            OSError: It cannot be started.
        """
        self._heard: SimpleQueue[Message | None] = SimpleQueue()
        self.process = subprocess.Popen(
            [interpreter(), *launch.arguments()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": python_path()} | environment,
        )
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self._input: IO[bytes] = self.process.stdin
        self._output: IO[bytes] = self.process.stdout
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> Self:
        """Return the session."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the worker, which is killed since it has nothing to lose."""
        self.process.kill()
        self.process.wait()
        self._reader.join()
        self._output.close()
        with suppress(BrokenPipeError):  # something may still be left to write
            self._input.close()

    def send(self, *messages: Request) -> None:
        """Say something to the worker; if it is gone, `answer` tells."""
        try:
            for message in messages:
                self._input.write(encode(message))
            self._input.flush()
        except BrokenPipeError:
            return

    def answer(self, wanted: Callable[[Message], bool], seconds: float) -> Message:
        """Return the next message that is `wanted`; others before it are dropped.

        Raises:
            SessionError: It did not come within `seconds`, or the worker ended.
        """
        until = monotonic() + seconds
        while True:
            try:
                message = self._heard.get(timeout=max(0.0, until - monotonic()))
            except Empty:
                msg = f"the speaking process did not answer within {seconds:g} seconds"
                raise SessionError(msg) from None
            if message is None:
                msg = f"the speaking process ended with status {self.process.wait()}"
                raise SessionError(msg)
            if wanted(message):
                return message

    def _read(self) -> None:
        for line in self._output:
            try:
                self._heard.put(decode(line))
            except MessageError:
                continue
        self._heard.put(None)
