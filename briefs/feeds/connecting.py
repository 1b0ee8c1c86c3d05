"""Connections to public addresses only: names are resolved here, and what they mean is judged."""

import asyncio
import socket
from collections.abc import Iterable, Sequence
from contextlib import suppress
from ipaddress import ip_address
from typing import Any

import anyio
import httpcore2

from briefs.feeds.addresses import Network, may_connect
from briefs.feeds.failure import Failure

_MOST_TRIED = 4  # of the numbers behind a name
_PATIENCE = 5.0  # seconds for each but the last


class PublicBackend(httpcore2.AsyncNetworkBackend):
    """httpcore's way to the network, with the numbers of a host checked before it connects.

    The connection goes to the very number that was checked: DNS is not asked a second time.
    """

    def __init__(self, allowed: Sequence[Network] = ()) -> None:
        self._allowed = tuple(allowed)
        self._backend = httpcore2.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's signature
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        numbers = await _resolve(host, port)
        public = [number for number in numbers if may_connect(ip_address(number), self._allowed)]
        if not public:
            raise Failure("address", "leads to a private or special network; not asked")
        *others, last = public[:_MOST_TRIED]
        for number in others:
            with suppress(httpcore2.ConnectError, httpcore2.ConnectTimeout):
                return await self._backend.connect_tcp(
                    number, port, _PATIENCE, local_address, socket_options
                )
        return await self._backend.connect_tcp(last, port, timeout, local_address, socket_options)

    async def sleep(self, seconds: float) -> None:
        await anyio.sleep(seconds)


async def _resolve(host: str, port: int) -> list[str]:
    """The numbers of a host, each once, in the system's order of preference."""
    with suppress(ValueError):  # a number already
        return [str(ip_address(host))]
    loop = asyncio.get_running_loop()
    try:
        found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        passing = error.errno == socket.EAI_AGAIN
        raise Failure("dns", "its host has no address in DNS", passing=passing) from None
    except UnicodeError:
        raise Failure("dns", "its host has no address in DNS") from None
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))
