"""A case file's tables into a file of their own, its documents' bytes into a folder."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any

from foitrack.casefile.kept_documents import DocumentFolder
from foitrack.progress import Progress

CREATES = re.compile(r"^(CREATE (?:UNIQUE |VIRTUAL )?[A-Z]+ )")


def copy_without_documents(
    raw: Any, path: Path, documents: DocumentFolder, application: int, progress: Progress
) -> None:
    """All tables without document bytes into a new file, and the documents that lack, from one
    state of the case file. `application` marks the copy as what it is. CancelledError where
    `progress` was stopped: documents that were kept by then stay, which harms nobody.
    """
    # Attached, not opened beside it: the copy of an encrypted file is encrypted alike.
    raw.execute("ATTACH DATABASE ? AS copy", (str(path),))
    try:
        # Rows are copied as they are, table by table: whether they fit is for `check` to say.
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute("PRAGMA copy.journal_mode = MEMORY")
        raw.execute("PRAGMA copy.synchronous = OFF")
        raw.execute("BEGIN")
        try:
            _copy_tables(raw, application, progress)
            _keep_documents(raw, documents, progress)
            raw.execute("COMMIT")
        except BaseException:
            if raw.in_transaction:
                raw.execute("ROLLBACK")
            raise
    finally:
        raw.execute("PRAGMA foreign_keys = ON")
        raw.execute("DETACH DATABASE copy")


def _copy_tables(raw: Any, application: int, progress: Progress) -> None:
    shadows = {row[1] for row in raw.execute("PRAGMA main.table_list") if row[2] == "shadow"}
    schema = raw.execute(
        "SELECT type, name, sql FROM main.sqlite_schema WHERE sql IS NOT NULL "
        "AND name NOT LIKE 'sqlite_%' ORDER BY type != 'table', rowid"
    ).fetchall()
    for kind, name, sql in schema:
        progress.tell("Copying the case file")
        if name in shadows:
            continue
        raw.execute(CREATES.sub(r"\1copy.", sql, count=1))
        if kind == "table" and not sql.startswith("CREATE VIRTUAL"):
            # The search index stays empty: it is made anew where a backup is restored.
            _copy_rows(raw, name)
    [version] = raw.execute("PRAGMA main.user_version").fetchone()
    raw.execute(f"PRAGMA copy.user_version = {int(version)}")
    raw.execute(f"PRAGMA copy.application_id = {application}")


def _copy_rows(raw: Any, name: str) -> None:
    columns = [row[1] for row in raw.execute(f'PRAGMA main.table_info("{name}")')]
    taken = ["x''" if (name, one) == ("content", "bytes") else f'"{one}"' for one in columns]
    into = ", ".join(f'"{one}"' for one in columns)
    raw.execute(f'INSERT INTO copy."{name}" ({into}) SELECT {", ".join(taken)} FROM main."{name}"')


def _keep_documents(raw: Any, documents: DocumentFolder, progress: Progress) -> None:
    every = raw.execute("SELECT sha256 FROM main.content").fetchall()
    for number, [sha256] in enumerate(every):
        progress.tell("Copying the documents", number / len(every))
        if documents.has(sha256):
            continue
        [data] = raw.execute(
            "SELECT bytes FROM main.content WHERE sha256 = ?", (sha256,)
        ).fetchone()
        # What is damaged in the case file must not take the place of a good copy of it.
        if hashlib.sha256(data).hexdigest() == sha256:
            documents.put(sha256, data)
