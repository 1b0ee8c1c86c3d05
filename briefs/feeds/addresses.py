"""Which addresses may be reached: those of the public web.

A feed is written by strangers, so a link in it, a redirect or an answer of DNS may point at this
machine or its network. An address is judged twice: as it is written, where every form but the plain
one is refused, and as the number it leads to, at the moment of connecting.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import quote, urlsplit

import idna

from briefs.errors import UsageError
from briefs.feeds.failure import Failure

Network = IPv4Network | IPv6Network

_PORTS = (80, 443, 8080, 8443)
_LONGEST = 2000
# Browsers drop or turn these before they read an address, parsers differ: none is needed.
_ODD = re.compile(r"[\x00-\x1f\x7f\\]")
# Names that never lead to the public web (RFC 6761, 6762, 7686, 8375, 9476 and habit).
_LOCAL_ENDINGS = (
    "alt",
    "arpa",
    "corp",
    "example",
    "home",
    "internal",
    "intranet",
    "invalid",
    "lan",
    "local",
    "localdomain",
    "localhost",
    "onion",
    "private",
    "test",
)
# `is_global` calls some of these global, and knows nothing of an IPv4 address inside an IPv6 one.
_DENIED = tuple(
    ip_network(text)
    for text in (
        "0.0.0.0/8",
        "100.64.0.0/10",
        "168.63.129.16/32",  # the metadata service of a large host
        "192.0.0.0/24",
        "192.88.99.0/24",
        "198.18.0.0/15",
        "224.0.0.0/3",
        "::/96",
        "64:ff9b:1::/48",
        "100::/64",
        "2001::/23",
        "2001:db8::/32",
        "2002::/16",
        "3fff::/20",
        "5f00::/16",
        "fc00::/7",
        "fe00::/8",
        "ff00::/8",
    )
)
_NAT64 = IPv6Network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Address:
    """A web address in its plain form: `host` is a lower-case name in ASCII, or an IP number."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def origin(self) -> str:
        named = f"[{self.host}]" if ":" in self.host else self.host
        usual = {"http": 80, "https": 443}[self.scheme] == self.port
        return f"{self.scheme}://{named}" + ("" if usual else f":{self.port}")

    def __str__(self) -> str:
        return self.origin + self.target


def parse_networks(texts: Sequence[str]) -> tuple[Network, ...]:
    """Networks such as `127.0.0.0/8` that may be reached although they are not public."""
    try:
        return tuple(ip_network(text) for text in texts)
    except ValueError as error:
        raise UsageError(f"not a network: {error}; write it like 10.1.0.0/16") from None


def parse_address(text: str, allowed: Sequence[Network] = ()) -> Address:
    """The address written, if it is a plain one of the public web. Raises Failure `address`."""
    text = text.strip()
    if len(text) > _LONGEST:
        raise _refused("is longer than 2,000 characters")
    if _ODD.search(text):
        raise _refused("holds a control character or a backslash")
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise _refused("is not a web address") from None
    scheme = parts.scheme.lower()
    if scheme not in ("http", "https") or not parts.hostname:
        raise _refused("does not begin with http:// or https://")
    if "@" in parts.netloc or " " in parts.netloc:
        raise _refused("holds a user name or a space before its path")
    host, number = _host(parts.hostname, parts.netloc)
    if number is None:
        _check_name(host)
    elif not may_connect(number, allowed):
        raise _refused("leads to a private or special network")
    if port is None:
        port = 443 if scheme == "https" else 80
    if port not in _PORTS and not (number and _among(number, allowed)):
        raise _refused(f"names port {port}, which serves no web pages")
    target = "?".join(filter(None, (parts.path or "/", parts.query)))
    return Address(scheme, host, port, quote(target, _KEPT, errors="replace"))


# Quoted already, or with a meaning of their own.
_KEPT = "%/:?#[]@!$&'()*+,;=~"


def may_connect(number: IPv4Address | IPv6Address, allowed: Sequence[Network] = ()) -> bool:
    """Whether a connection to an IP number is one to the public web, or to what is allowed."""
    if isinstance(number, IPv6Address):
        if number.scope_id:
            return False
        if number.ipv4_mapped:
            number = number.ipv4_mapped
        elif number in _NAT64:
            number = IPv4Address(int(number) & 0xFFFFFFFF)
    if _among(number, allowed):
        return True
    return number.is_global and not number.is_multicast and not _among(number, _DENIED)


def _among(number: IPv4Address | IPv6Address, networks: Sequence[Network]) -> bool:
    return any(number in network for network in networks if network.version == number.version)


def _host(name: str, netloc: str) -> tuple[str, IPv4Address | IPv6Address | None]:
    """The host in its plain form, and the number it is, if it is one."""
    if "[" in netloc or ":" in name:
        try:
            return name, IPv6Address(name)
        except ValueError:
            raise _refused("holds a bracket that is no IPv6 number") from None
    try:
        named = name if name.isascii() else idna.encode(name, uts46=True).decode("ascii")
    except UnicodeError:  # idna's own errors are such
        raise _refused("has a host name that cannot be") from None
    plain = named.lower().removesuffix(".")
    if not re.fullmatch(r"[a-z0-9_]([a-z0-9_.-]{0,251}[a-z0-9_])?", plain) or ".." in plain:
        raise _refused("has a host name that cannot be")
    # A last part that begins with a digit makes browsers and resolvers read the whole as a number,
    # in any of a dozen notations; the plain one is enough.
    if plain.rpartition(".")[2][0].isdigit():
        try:
            number = ip_address(plain)
        except ValueError:
            raise _refused("writes an IP number in an odd way") from None
        if name != plain:
            raise _refused("writes an IP number in an odd way")
        return plain, number
    return plain, None


def _check_name(host: str) -> None:
    if "." not in host or host.rpartition(".")[2] in _LOCAL_ENDINGS:
        raise _refused("names a host of this machine or its network")


def _refused(reason: str) -> Failure:
    return Failure("address", f"the address {reason}; not asked")
