"""What the campaign's page says where there is nothing to show."""

from __future__ import annotations

from ui.campaigns.cells import translate
from ui.widgets.empty_state import EmptyState


def nobody_asked() -> EmptyState:
    """A campaign without a request."""
    return EmptyState(
        translate("Campaign", "Nobody has been asked yet"),
        translate("Campaign", "Log the question to one, or to all of a kind."),
        icon="flag",
        button=translate("Campaign", "Ask others…"),
        primary=True,
    )


def no_campaign() -> EmptyState:
    """A case file without a campaign."""
    return EmptyState(
        translate("Campaign", "No campaign yet"),
        translate("Campaign", "One question to many authorities, side by side."),
        icon="flag",
        button=translate("Campaign", "New campaign…"),
        primary=True,
    )


def nothing_matches() -> EmptyState:
    """Filters that leave no line."""
    return EmptyState(
        translate("Campaign", "No authority matches."),
        icon="filter",
        button=translate("Campaign", "Clear filters"),
    )
