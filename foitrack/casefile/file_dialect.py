"""SQLite's dialect, the same for every file that one driver reaches: see `compiled`."""

from __future__ import annotations

from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

NAME = "sqlite+foitrack"
"""As an address begins that is reached by it."""


class FileDialect(SQLiteDialect_pysqlite):
    """The driver says which version of SQLite it brings, and so what may be written."""

    supports_statement_cache = True

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FileDialect) and self.dbapi is other.dbapi

    def __hash__(self) -> int:
        return hash((FileDialect, id(self.dbapi)))


registry.register(NAME.replace("+", "."), __name__, FileDialect.__name__)
