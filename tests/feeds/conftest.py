import pytest
from server import NewsServer


@pytest.fixture
def server():
    with NewsServer() as server:
        yield server
