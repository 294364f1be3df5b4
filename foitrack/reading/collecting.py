"""Reading makes very many small values that stay: looking through them for rubbish takes long."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """No search for values that only know each other, for as long as a document is read.

    All other memory is given back as ever; these are found once the reading is over.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
