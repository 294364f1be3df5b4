"""What the window remembers between starts: sizes, choices, recent case files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

RECENT_KEPT = 8


def _settings() -> QSettings:
    return QSettings(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope, "foitrack", "foitrack-window"
    )


def settings_file() -> Path:
    """The file that holds all that is remembered."""
    return Path(_settings().fileName())


def recall(key: str, otherwise: str = "") -> str:
    """A text remembered under a key, or `otherwise`."""
    found = _settings().value(key, otherwise)
    return found if isinstance(found, str) else otherwise


def remember(key: str, value: str) -> None:
    """Remember a text under a key."""
    _settings().setValue(key, value)


def recall_shape(key: str) -> QByteArray | None:
    """The state of a window, splitter or header as Qt saved it, or None."""
    found = _settings().value(f"shape/{key}")
    return found if isinstance(found, QByteArray) and not found.isEmpty() else None


def remember_shape(key: str, shape: QByteArray) -> None:
    """Remember the state of a window, splitter or header."""
    _settings().setValue(f"shape/{key}", shape)


def recent_files() -> tuple[Path, ...]:
    """Case files opened lately that still exist, newest first."""
    listed = recall("recent").split("\n")
    return tuple(Path(line) for line in listed if line and Path(line).is_file())


def remember_file(path: Path) -> None:
    """Put a case file at the head of those opened lately."""
    others = [known for known in recent_files() if known != path]
    remember("recent", "\n".join(str(known) for known in [path, *others][:RECENT_KEPT]))


def forget_recent() -> None:
    """Forget which case files and databases were opened lately; they stay where they are."""
    remember("recent", "")
    remember("recent-servers", "")


def recent_servers() -> tuple[str, ...]:
    """Addresses of databases opened lately, without passwords, newest first."""
    return tuple(line for line in recall("recent-servers").split("\n") if line)


def remember_server(address: str) -> None:
    """Put a database at the head of those opened lately; `address` holds no password."""
    others = [known for known in recent_servers() if known != address]
    remember("recent-servers", "\n".join([address, *others][:RECENT_KEPT]))
