"""How a table's columns share the room of a window that is wider than they need."""

from __future__ import annotations

from collections.abc import Collection, Mapping

LOOSER = 1.5
"""How much wider than usual a column may become that has nothing long to say."""

WIDE, SIDE_MOST = 1600, 640
"""From this width of a page on, what stands beside a list grows with it, up to the second."""


def beside(page: int, usual: int, scale: float = 1.0) -> int:
    """How wide to make what stands beside a list: its `usual` width, and in a very wide window
    a quarter of what there is more. All in pixels, `usual` at 100 % text.
    """
    most = max(usual, SIDE_MOST) * scale
    return round(min(most, usual * scale + max(0.0, page - WIDE * scale) / 4))


def shared_out(
    widths: Mapping[str, int], room: int, most: Mapping[str, int], kept: Collection[str] = ()
) -> dict[str, int]:
    """The columns' widths with what is left of `room` shared out among them.

    First those of `most` grow, in their order and each up to its width there; then all others,
    in proportion, up to half as wide again. What is left then stays empty: a line whose words
    stand far apart is hard to follow. Those `kept` have a width that the person chose.
    """
    made = dict(widths)
    rest = room - sum(made.values())
    for key, width in most.items():
        if key in made and key not in kept:
            more = max(0, min(rest, width - made[key]))
            made[key] += more
            rest -= more
    loose = [key for key in made if key not in most and key not in kept]
    whole = sum(made[key] for key in loose)
    if rest <= 0 or not whole:
        return made
    share = min(rest / whole, LOOSER - 1)
    for key in loose:
        made[key] += int(made[key] * share)
    return made
