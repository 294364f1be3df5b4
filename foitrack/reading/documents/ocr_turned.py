"""Pictures of pages that lie on their side or stand on their head: turned until they read well.

What a machine makes of a page tells how it lies. Letters on their head are made out as others,
with little sureness; and lines that run up or down are higher than they are wide.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from foitrack.reading.documents.ocr_words import Seen

if TYPE_CHECKING:
    from PIL.Image import Image

_SURE = 65.0


def upright(
    image: Image, first: int, look: Callable[[Image], Seen], has_time: Callable[[], bool]
) -> tuple[Seen, int]:
    """What is made out on a picture turned upright, and by how much its text was turned.

    In quarters of a turn against the clock; `first` is looked at first. Others are looked at
    only where that one reads badly, and while there is time.
    """
    best, best_turn = look(_turned_back(image, first)), first
    if not best.weight and not best.words:
        return best, 0
    for further in _others(best):
        if not has_time():
            break
        turn = (first + further) % 4
        seen = look(_turned_back(image, turn))
        if not seen.upended and (best.upended or seen.weight > best.weight):
            best, best_turn = seen, turn
        if _reads_well(best):
            break
    # Words of lines that run up or down would be put together wrongly.
    return (Seen((), 0.0), 0) if best.upended else (best, best_turn)


def _reads_well(seen: Seen) -> bool:
    return seen.sureness >= _SURE and not seen.upended


def _others(seen: Seen) -> Sequence[int]:
    """The turns to try, likeliest first, after what was seen of one."""
    if _reads_well(seen):
        return ()
    if seen.upended:
        # Lines that run down are read as they are; such that run up, as if on their head.
        return (3, 1) if seen.sureness >= _SURE else (1, 3)
    return (2,)


def _turned_back(image: Image, turn: int) -> Image:
    """The picture turned with the clock by so many quarters."""
    from PIL.Image import Transpose

    by = {1: Transpose.ROTATE_270, 2: Transpose.ROTATE_180, 3: Transpose.ROTATE_90}
    return image.transpose(by[turn]) if turn else image
