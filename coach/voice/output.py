"""The sound device, through miniaudio."""

from __future__ import annotations

import importlib
from array import array
from collections.abc import Callable, Generator
from typing import Any, Final

from coach.voice.mixer import RATE
from coach.voice.samples import Samples

PERIOD_MS: Final = 100
"""Samples are asked for in portions of this length. PulseAudio and PipeWire hold no more than one:
with 15 ms words came to pieces when two programs kept each core busy, with 80 ms when four did."""
PERIODS: Final = 2
HEARD_AFTER: Final = 0.7 * PERIOD_MS / 1000
"""Seconds from the asking for a portion to its being heard: it is asked for when most of the one
before it is still to come. Measured with PulseAudio, portions of 40 to 120 ms."""
ANSWERS: Final = {-203: "not there", -204: "no device", -401: "no device that opens"}
"""The answers of a machine without sound: MA_NO_BACKEND, MA_NO_DEVICE, and
MA_FAILED_TO_OPEN_BACKEND_DEVICE of miniaudio.h."""
APP_NAME: Final = "Cramp Coach"


class NoDeviceError(RuntimeError):
    """There is nothing to play on; the text says what each system of sound answered."""


class Output:
    """An open sound device that plays a stream of 16-bit samples of one channel."""

    def __init__(self, device: Any, name: str) -> None:  # noqa: ANN401 - miniaudio has no types
        """Use `open_output` instead."""
        self._device = device
        self.name = name
        self.latency = HEARD_AFTER

    def start(self, stream: Generator[bytes | memoryview, int, None]) -> None:
        """Play `stream`, a begun generator.

        Raises:
            NoDeviceError: The device does not start.
        """
        try:
            self._device.start(stream)
        except importlib.import_module("miniaudio").MiniaudioError as error:
            raise NoDeviceError(str(error)) from error

    def on_lost(self, lost: Callable[[], None]) -> None:
        """Call `lost`, from another thread, when the device stops by itself."""
        self._device.stop_callback = lost

    def close(self) -> None:
        """Stop and let go of the device."""
        self._device.stop_callback = None
        self._device.close()


def open_output() -> Output:
    """Open the default device of the first system of sound that has one.

    miniaudio's own list ends with a backend that plays to nowhere and says that all is well, so
    the real ones are tried by name.

    Raises:
        NoDeviceError: None has a device.
    """
    miniaudio = importlib.import_module("miniaudio")
    reasons = []
    for backend in real_backends():
        try:
            device = _closing_device(miniaudio)(
                output_format=miniaudio.SampleFormat.SIGNED16,
                nchannels=1,
                sample_rate=RATE,
                buffersize_msec=PERIOD_MS,
                callback_periods=PERIODS,
                backends=[backend],
                app_name=APP_NAME,
            )
        except miniaudio.MiniaudioError as error:
            reasons.append(f"{backend.name.lower()}: {_reason(error)}")
        else:
            return Output(device, f"{device.backend}")
    raise NoDeviceError("; ".join(reasons) or "miniaudio has no system of sound here")


def _reason(error: Exception) -> str:
    """Return what miniaudio means; its errors carry a text and a number of `ma_result`."""
    number = error.args[-1] if error.args else None
    return ANSWERS.get(number, str(error)) if isinstance(number, int) else str(error)


def real_backends() -> list[Any]:
    """Return miniaudio's backends that lead to a loudspeaker, in miniaudio's order."""
    miniaudio = importlib.import_module("miniaudio")
    return [
        backend
        for backend in miniaudio.Backend
        if backend not in {miniaudio.Backend.NULL, miniaudio.Backend.CUSTOM}
        and miniaudio.is_backend_enabled(backend)
    ]


def _closing_device(miniaudio: Any) -> type[Any]:  # noqa: ANN401 - miniaudio has no types
    """Return a PlaybackDevice that lets go of its connection to the sound server.

    WORKAROUND pyminiaudio #86 (1.71): `close` and a failed opening keep the context, and with it
    a connection; PulseAudio refuses the 64th.
    """

    class Device(miniaudio.PlaybackDevice):  # type: ignore[misc]
        def close(self) -> None:
            super().close()
            context, self._context = getattr(self, "_context", None), None
            if context:
                miniaudio.lib.ma_context_uninit(context)

    return Device


def at_stream_rate(samples: Samples) -> array[int]:
    """Return the values of `samples` at the rate of the stream."""
    if samples.rate == RATE or not samples.values:
        return samples.values
    miniaudio = importlib.import_module("miniaudio")
    form = miniaudio.SampleFormat.SIGNED16
    data = samples.values.tobytes()
    return array("h", bytes(miniaudio.convert_frames(form, 1, samples.rate, data, form, 1, RATE)))


def playback_devices() -> tuple[str, ...]:
    """Return the names of the devices of the first system of sound that has any."""
    miniaudio = importlib.import_module("miniaudio")
    for backend in real_backends():
        try:
            found = miniaudio.Devices(backends=[backend]).get_playbacks()
        except (miniaudio.MiniaudioError, UnicodeDecodeError):
            continue
        if found:
            return tuple(f"{device['name']}" for device in found)
    return ()
