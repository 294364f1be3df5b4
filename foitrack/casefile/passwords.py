"""Passwords of servers, in the keyring of the person's own computer where it has one."""

from __future__ import annotations

from typing import Any

KEYRING_SERVICE = "foitrack"


def kept_for(shown: str) -> str | None:
    """The password kept for an address; None where none is, then libpq looks in its own places."""
    keyring = _keyring()
    if keyring is None:
        return None
    try:
        found: str | None = keyring.get_password(KEYRING_SERVICE, shown)
    except (keyring.errors.KeyringError, RuntimeError, OSError):
        return None
    return found


def can_be_kept() -> bool:
    """Whether this computer has a keyring that takes passwords."""
    keyring = _keyring()
    if keyring is None:
        return False
    try:
        # A backend without a place to keep anything has no priority, or one of nought.
        return float(keyring.get_keyring().priority) > 0
    except (keyring.errors.KeyringError, AttributeError, RuntimeError, OSError):
        return False


def keep(shown: str, password: str) -> bool:
    """Keep the password of an address; whether it was."""
    keyring = _keyring()
    if keyring is None:
        return False
    try:
        keyring.set_password(KEYRING_SERVICE, shown, password)
    except (keyring.errors.KeyringError, RuntimeError, OSError):
        return False
    return True


def _keyring() -> Any:
    try:
        import keyring
        import keyring.errors
    except ImportError:
        return None
    return keyring
