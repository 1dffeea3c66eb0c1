"""A window is tried only where there is somebody to show it."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.desktop.display import find_display, plugin_fault

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="display servers are Linux's")

NUMBER = 98765


@pytest.fixture
def x_server() -> Iterator[None]:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(f"\0/tmp/.X11-unix/X{NUMBER}")
        server.listen()
        yield


@pytest.fixture
def compositor(tmp_path: Path) -> Iterator[Path]:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-7"))
        server.listen()
        yield tmp_path


def test_no_display() -> None:
    display = find_display({})
    assert not display.works
    assert "neither WAYLAND_DISPLAY nor DISPLAY is set" in display.text


@pytest.mark.usefixtures("x_server")
@pytest.mark.parametrize("name", [f":{NUMBER}", f":{NUMBER}.0", f"unix:{NUMBER}.1"])
def test_an_x_server(name: str) -> None:
    assert find_display({"DISPLAY": name}).works


@pytest.mark.parametrize("name", [":98764", ":", "nonsense", ":0x", "unix:98764.0"])
def test_no_x_server_answers(name: str) -> None:
    display = find_display({"DISPLAY": name})
    assert not display.works
    assert name in display.text


def test_an_x_server_elsewhere_is_not_asked() -> None:
    assert find_display({"DISPLAY": "localhost:10.0"}).works


def test_a_compositor(compositor: Path) -> None:
    runtime = {"XDG_RUNTIME_DIR": str(compositor)}
    assert find_display({"WAYLAND_DISPLAY": "wayland-7"} | runtime).works
    assert find_display({"WAYLAND_DISPLAY": str(compositor / "wayland-7")}).works
    assert not find_display({"WAYLAND_DISPLAY": "wayland-8"} | runtime).works
    assert not find_display({"WAYLAND_DISPLAY": "wayland-7"}).works


@pytest.mark.usefixtures("x_server")
def test_one_of_two_is_enough() -> None:
    both = {"WAYLAND_DISPLAY": "wayland-8", "XDG_RUNTIME_DIR": "/nowhere"}
    assert find_display(both | {"DISPLAY": f":{NUMBER}"}).works


@pytest.mark.usefixtures("x_server")
def test_what_qt_is_told_to_use_decides() -> None:
    server = {"DISPLAY": f":{NUMBER}"}
    assert find_display({"QT_QPA_PLATFORM": "offscreen"}).works
    assert find_display({"QT_QPA_PLATFORM": "vnc:size=800x600"}).works
    assert find_display({"QT_QPA_PLATFORM": "wayland;xcb"} | server).works
    assert find_display({"QT_QPA_PLATFORM": "xcb"} | server).works
    assert not find_display({"QT_QPA_PLATFORM": "xcb"}).works
    assert not find_display({"QT_QPA_PLATFORM": "wayland"} | server).works


def test_the_window_plugin_is_looked_at_without_ending_the_process() -> None:
    assert isinstance(plugin_fault(), str)
