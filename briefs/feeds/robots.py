"""robots.txt, as RFC 9309 has it: which pages of a site a program may ask for, and how often."""

from protego import Protego

AGENT = "briefs"
MOST_BYTES = 512_000  # the RFC's; what follows is not read


class Robots:
    """What a site allows; an empty text allows everything."""

    def __init__(self, text: str) -> None:
        self._rules = Protego.parse(text)

    @property
    def delay(self) -> float:
        """Seconds it wants between two requests."""
        asked = self._rules.crawl_delay(AGENT) or 0.0
        rate = self._rules.request_rate(AGENT)
        if rate and rate.requests:
            asked = max(asked, rate.seconds / rate.requests)
        return max(asked, 0.0)

    def allows(self, address: str) -> bool:
        return bool(self._rules.can_fetch(address, AGENT))
