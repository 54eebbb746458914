from __future__ import annotations

from collections.abc import Iterator

import apsw
import pytest

from newsreader.library import schema


@pytest.fixture
def db() -> Iterator[apsw.Connection]:
    db = schema.connect(None)
    yield db
    db.close()
