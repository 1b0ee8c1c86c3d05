"""What goes wrong on the way to an address."""


class Failure(Exception):
    """An address gave nothing. `code` is fixed; `passing` says that a later try may succeed,
    `wait` how many seconds its host wants to be left alone.
    """

    def __init__(
        self, code: str, message: str, *, passing: bool = False, wait: float = 0.0
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.passing = passing
        self.wait = wait
