"""Chromium without a window, spoken to over a pipe (the DevTools protocol).

https://chromedevtools.github.io/devtools-protocol/
"""

import base64
import fcntl
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


def executable() -> str | None:
    """Where Chromium is, if it is here."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


class Chromium:
    """One page of a browser. Widths and heights are CSS pixels."""

    def __init__(self, reading: IO[bytes], writing: IO[bytes]) -> None:
        self._reading, self._writing = reading, writing
        self._number = 0
        self._events: list[dict[str, Any]] = []
        self._session = ""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        self.call("Page.enable")

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Call a method of the protocol. Raises RuntimeError with what the browser says."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        self._writing.write(json.dumps(message).encode() + b"\0")
        while (answer := self._read()).get("id") != self._number:
            self._events.append(answer)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']}")
        return dict(answer["result"])

    def _read(self) -> dict[str, Any]:
        data = bytearray()
        while (byte := self._reading.read(1)) != b"\0":
            if not byte:
                raise RuntimeError("the browser has gone")
            data += byte
        return dict(json.loads(data))

    def size(self, width: int, height: int, *, dark: bool = False) -> None:
        """Set the window, and whether it asks for dark pages."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", features=[scheme])

    def open(self, address: str) -> None:
        """Open a page as if its address had been typed, and wait until it is loaded."""
        self._events.clear()
        said = self.call("Page.navigate", url=address)
        if said.get("errorText"):
            raise RuntimeError(f"{address}: {said['errorText']}")
        if "loaderId" not in said:  # the same page, elsewhere
            return
        while not any(event.get("method") == "Page.loadEventFired" for event in self._events):
            self._events.append(self._read())

    def run(self, script: str) -> Any:
        """The value of a script (of its promise, if it is one)."""
        answer = self.call(
            "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True
        )
        if "exceptionDetails" in answer:
            raise RuntimeError(str(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def press(self, key: str) -> None:
        """Press and let go of a key such as Tab or Enter."""
        codes = {"Tab": 9, "Enter": 13}
        text = {"text": "\r"} if key == "Enter" else {}
        for kind in ("keyDown", "keyUp"):
            self.call(
                "Input.dispatchKeyEvent",
                type=kind,
                key=key,
                code=key,
                windowsVirtualKeyCode=codes[key],
                **(text if kind == "keyDown" else {}),
            )

    def picture(self, *, whole: bool = False) -> bytes:
        """The window as PNG, or the page in its whole length."""
        options: dict[str, Any] = {"captureBeyondViewport": whole}
        if whole:
            box = self.call("Page.getLayoutMetrics")["cssContentSize"]
            options["clip"] = {**box, "x": 0, "y": 0, "scale": 1}
        return base64.b64decode(self.call("Page.captureScreenshot", **options)["data"])

    def pdf(self, *, width: float, height: float) -> bytes:
        """The page as it prints, on paper of so many inches unless the page says otherwise."""
        return base64.b64decode(
            self.call(
                "Page.printToPDF", paperWidth=width, paperHeight=height, preferCSSPageSize=True
            )["data"]
        )


@contextmanager
def chromium() -> Iterator[Chromium]:
    """A browser for as long as the block runs. Needs `executable()`."""
    path = executable()
    if not path:
        raise RuntimeError("Chromium is not installed")
    there, writing = os.pipe()
    reading, back = os.pipe()
    # The protocol wants the pipe as descriptors 3 and 4: keep these free until then.
    there, back = (fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (there, back))
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        arguments = [
            path,
            "--headless",
            "--remote-debugging-pipe",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--no-first-run",
            "--disable-background-networking",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            f"--user-data-dir={profile}",
            "about:blank",
        ]
        command = f'exec "$0" "$@" 3<&{there} 4>&{back}'
        process = subprocess.Popen(
            ["/bin/bash", "-c", command, *arguments],
            pass_fds=(there, back),
            stderr=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
        os.close(there)
        os.close(back)
        try:
            with os.fdopen(reading, "rb") as said, os.fdopen(writing, "wb", buffering=0) as told:
                yield Chromium(said, told)
        finally:
            process.terminate()
            process.wait(20)
