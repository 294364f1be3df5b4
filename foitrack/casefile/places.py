"""Places in which a case file is less safe than on this computer's own disk."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from foitrack.saying import say

MOUNTS = Path("/proc/mounts")
# fmt: off
NETWORK = frozenset({
    "nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "ncpfs", "afs", "ceph", "lustre",
    "glusterfs", "drvfs", "davfs", "fuse.sshfs", "fuse.rclone", "fuse.glusterfs", "fuse.davfs2",
    "fuse.gvfsd-fuse", "fuse.s3fs", "fuse.curlftpfs", "fuse.smbnetfs",
})
# fmt: on
"""File systems, as Linux names them, on which several computers share a file but no memory: the
write-ahead log of SQLite needs that, and loses what was kept without it."""
SYNCED: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("OneDrive", re.compile(r"OneDrive( - .+)?|OneDrive-.+")),
    ("Dropbox", re.compile(r"Dropbox( \(.+\))?")),
    ("Google Drive", re.compile(r"Google ?Drive(-.+)?|My Drive|Shared drives")),
    ("iCloud", re.compile(r"iCloud ?Drive.*|Mobile Documents|com~apple~CloudDocs")),
    ("Nextcloud", re.compile(r"Nextcloud\d*")),
    ("ownCloud", re.compile(r"ownCloud\d*", re.IGNORECASE)),
    ("pCloud", re.compile(r"pCloud ?(Drive|Sync)?")),
)
"""Folders as these services name them."""
MARKS: tuple[tuple[str, str], ...] = (
    ("Dropbox", ".dropbox"),
    ("Dropbox", ".dropbox.cache"),
    ("OneDrive", ".849C9593-D756-4E56-8D6E-42412F2A707B"),
    ("Google Drive", ".tmp.drivedownload"),
    ("Nextcloud", ".nextcloudsync.log"),
    ("Nextcloud", ".sync_*.db"),
    ("Nextcloud", "._sync_*.db"),
    ("ownCloud", ".owncloudsync.log"),
    ("Syncthing", ".stfolder"),
)
"""What these services leave in the topmost folder that they keep in step."""
_OCTAL = re.compile(r"\\([0-7]{3})")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a case file lies, as far as that matters to it."""

    network: str | None
    """The file system's name where it is shared over a network."""
    synced: str | None
    """The service that copies the folder elsewhere while the file is in use."""

    @property
    def warning(self) -> str | None:
        """What a person should know of the place, and what to do; None where all is well."""
        if self.synced:
            return say(
                "This case file lies in a folder that {0} keeps in step. That copies it while it "
                "is being written, and two computers can end with two versions. Keep the case "
                "file on this computer's own disk and its backups in {0}.",
                self.synced,
            )
        if self.network:
            return say(
                "This case file lies on a network folder ({0}). It is kept in the safer, slower "
                "way, but let only one computer use it at a time; a team is better served by a "
                "database server.",
                self.network,
            )
        return None


def place_of(path: Path, mounts: Path = MOUNTS) -> Place:
    """What there is to know of the place of a case file, without opening it."""
    whole = Path(os.path.abspath(path))  # noqa: PTH100 - a link leads to where the name says
    real = Path(os.path.realpath(path))
    synced = _synced(whole.parent) or _synced(real.parent)
    return Place(_network(real, mounts), synced)


def is_on_network(path: Path, mounts: Path = MOUNTS) -> bool:
    """Whether SQLite must do without its write-ahead log there."""
    return _network(Path(os.path.realpath(path)), mounts) is not None


def _network(path: Path, mounts: Path) -> str | None:
    if str(path).startswith("\\\\"):
        return "Windows share"
    kind = file_system(path, mounts)
    return kind if kind in NETWORK else None


def file_system(path: Path, mounts: Path = MOUNTS) -> str | None:
    """The kind of file system that a path lies on, where the system tells (Linux)."""
    try:
        lines = mounts.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return None
    above = {str(path), *map(str, path.parents)}
    best, kind = "", None
    for line in lines:
        fields = line.split(" ", 3)
        if len(fields) < 3:
            continue
        top = fields[1]
        if "\\" in top:
            top = _OCTAL.sub(lambda found: chr(int(found[1], 8)), top)
        # Of several on one place the last one mounted is what is seen.
        if top in above and len(top) >= len(best):
            best, kind = top, fields[2]
    return kind


def _synced(folder: Path) -> str | None:
    for service, named in SYNCED:
        if any(named.fullmatch(part) for part in folder.parts):
            return service
    for above in (folder, *folder.parents):
        for service, name in MARKS:
            try:
                if any(True for _ in above.glob(name)):
                    return service
            except OSError:
                break
    return None
