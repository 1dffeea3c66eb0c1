"""The speaking process as Qt sees it: messages in, messages out, and its end."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from coach.voice.launch import Launch, interpreter, python_path
from coach.voice.messages import (
    LONGEST_LINE,
    Message,
    MessageError,
    Quit,
    Request,
    decode,
    encode,
)

MOST_NONSENSE = 100
"""A worker that writes more lines than this that are no messages is ended."""
FAREWELL_MS = 300
"""How long `close` waits for a worker to go by itself, and again for a killed one."""

log = logging.getLogger(__name__)


class WorkerProcess(QObject):
    """One speaking process at a time.

    Signals:
        heard: A message came; carries a `messages.Message`.
        ended: The process is gone; carries its exit status (negative when it was killed or
            crashed or never began) and the reason in words.
    """

    heard = Signal(object)
    ended = Signal(int, str)

    def __init__(self, launch: Launch, parent: QObject | None = None) -> None:
        """Start nothing yet."""
        super().__init__(parent)
        self._nonsense = 0
        self._closed = False
        self._writing = False
        self._process = QProcess(self)
        self._process.setProgram(interpreter())
        self._process.setArguments(launch.arguments())
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONPATH", python_path())
        self._process.setProcessEnvironment(environment)
        self._process.readyReadStandardOutput.connect(self._read_soon)
        self._process.readyReadStandardError.connect(self._note_errors)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._failed)

    @property
    def running(self) -> bool:
        """Whether there is a process, even one that is just being started."""
        return self._process.state() != QProcess.ProcessState.NotRunning

    @property
    def pid(self) -> int:
        """The process's id, 0 when there is none."""
        return self._process.processId()

    def start(self) -> None:
        """Start the process, unless there is one."""
        if not self.running and not self._closed:
            self._nonsense = 0
            self._process.start()

    def send(self, message: Request) -> None:
        """Say something to the process, at once; without one it is lost."""
        if self.running:
            self._process.write(encode(message))
            self._write_out()

    def _write_out(self) -> None:
        """Write what the process takes now: QProcess alone would wait until the app is idle.

        A window that is being painted is not, often for longer than a cue can wait. What a hung
        process does not take waits. What came meanwhile is read later: whoever sends does not
        expect to hear.
        """
        self._writing = True
        self._process.waitForBytesWritten(0)
        self._writing = False
        if self._process.bytesAvailable():
            QTimer.singleShot(0, self, self._read)

    def kill(self) -> None:
        """End the process, whatever it is doing; `ended` follows."""
        self._process.kill()

    def close(self) -> None:
        """End the process for good. Takes some milliseconds, and never more than 2 * FAREWELL_MS.

        Closing its standard input is what ends a worker, even a hung one; killing is for one
        that does not run any more code at all.
        """
        self._closed = True
        if not self.running:
            return
        self.send(Quit())
        self._process.closeWriteChannel()
        if not self._process.waitForFinished(FAREWELL_MS):
            self._process.kill()
            self._process.waitForFinished(FAREWELL_MS)

    def _read_soon(self) -> None:
        if not self._writing:
            self._read()

    def _read(self) -> None:
        while self._process.canReadLine():
            self._take(bytes(self._process.readLine().data()))
        if self._process.bytesAvailable() > LONGEST_LINE:
            self._process.readAllStandardOutput()
            self._note_nonsense("a line without an end")

    def _take(self, line: bytes) -> None:
        try:
            message: Message = decode(line)
        except MessageError as error:
            self._note_nonsense(str(error))
        else:
            self.heard.emit(message)

    def _note_nonsense(self, what: str) -> None:
        self._nonsense += 1
        log.info("the voice said what is no message: %s", what)
        if self._nonsense == MOST_NONSENSE:
            self.kill()

    def _note_errors(self) -> None:
        text = bytes(self._process.readAllStandardError().data()).decode(errors="replace")
        log.debug("voice: %s", text[:2000].rstrip())

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        if self._closed:
            return
        self._read()
        if status is QProcess.ExitStatus.CrashExit:
            self.ended.emit(-1, f"ended by signal {code}")
        else:
            self.ended.emit(code, f"ended with status {code}")

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and not self._closed:
            self.ended.emit(-1, self._process.errorString())
