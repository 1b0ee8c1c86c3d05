"""What a fetch may take."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What a fetch may take: seconds, bytes and numbers.

    `request` is from the connection to the last byte, `whole` the deadline of everything, `backoff`
    the pause before the first of the further `attempts` (doubled each time), `patience` the longest
    wait that a host may ask for, `politeness` the longest that one gets unasked: it is left alone
    as long as it took to answer. `at_once` counts requests, `feeds` those in work and the
    connections kept open, `entries` what is taken of one feed.
    """

    request: float = 30.0
    whole: float = 900.0
    bytes: int = 10_000_000
    redirects: int = 5
    attempts: int = 3
    backoff: float = 1.0
    patience: float = 60.0
    politeness: float = 2.0
    at_once: int = 64
    feeds: int = 128
    entries: int = 200
