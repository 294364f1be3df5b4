"""PostgreSQL's dialect, the same for every database of servers that are alike: see `compiled`."""

from __future__ import annotations

from sqlalchemy import Integer
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg

NAME = "postgresql+foitrack"
"""As an address begins that is reached by it."""


class Wide(Integer):
    """Numbers are sent as 8 bytes, as the columns are once `settle` was there."""

    __visit_name__ = "big_integer"
    render_bind_cast = True


class ServerDialect(PGDialect_psycopg):
    """What a server is asked when it is first reached decides what may be written for it."""

    supports_statement_cache = True
    colspecs = {**PGDialect_psycopg.colspecs, Integer: Wide}  # noqa: RUF012 - as SQLAlchemy has it

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ServerDialect) and self._told() == other._told()

    def __hash__(self) -> int:
        return hash(ServerDialect)

    def _told(self) -> tuple[object, ...]:
        told = ("server_version_info", "default_schema_name", "_backslash_escapes")
        return tuple(getattr(self, name, None) for name in told)


registry.register(NAME.replace("+", "."), __name__, ServerDialect.__name__)
