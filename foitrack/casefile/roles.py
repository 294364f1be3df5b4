"""Who may do what in a team's database: its owner, its editors and its readers.

The owner of the tables brings them to newer formats. Editors read and write the rows. Readers read.
Editors and readers are two roles of the server, named after the database, that people are given.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from foitrack.casefile.storage import CaseFile
from foitrack.casefile.troubles import CaseFileError, in_plain_words
from foitrack.saying import say

if TYPE_CHECKING:
    from sqlalchemy import Connection

EDITOR, READER = "editor", "reader"
FIXED = ("foitrack_format", "alembic_version")
"""What the owner alone writes: which format the tables have."""
LONGEST = 63
"""Bytes of a name that PostgreSQL takes."""
NO_SERVER = (
    "A case file on this computer has no roles: whoever may write the file may change it. "
    "Nothing was changed."
)
NOT_OWNER = (
    "Only {0}, who owns the tables at {1}, can say who may read and who may edit. "
    "Nothing was changed."
)
NO_RIGHT = (
    "{0} does not let you make roles: have its keeper run what “foitrack roles --print” "
    "prints, or give you the right to (ALTER ROLE … CREATEROLE). Nothing was changed."
)


@dataclass(frozen=True, slots=True)
class Roles:
    """What the two roles of a database are called."""

    editor: str
    reader: str


def roles_of(database: str) -> Roles:
    """The names; CaseFileError where the database's own is too long for them."""
    made = Roles(f"{database}_{EDITOR}", f"{database}_{READER}")
    if max(len(one.encode()) for one in (made.editor, made.reader)) > LONGEST:
        raise CaseFileError(
            say("“{0}” is too long a name to make roles of. Nothing was changed.", database)
        )
    return made


def statements(database: str, schema: str, given: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """What makes the roles, has them do what they may, and gives them to people by name.

    They may be run again: what is so already stays.
    """
    roles = roles_of(database)
    editor, reader, inside = _name(roles.editor), _name(roles.reader), f"SCHEMA {_name(schema)}"
    made = [_made(one) for one in (roles.reader, roles.editor)]
    fixed = ", ".join(f"{_name(schema)}.{name}" for name in FIXED)
    rights = [
        f"GRANT {reader} TO {editor}",
        f"GRANT CONNECT ON DATABASE {_name(database)} TO {reader}",
        f"GRANT USAGE ON {inside} TO {reader}",
        f"GRANT SELECT ON ALL TABLES IN {inside} TO {reader}",
        f"GRANT INSERT, UPDATE, DELETE ON ALL TABLES IN {inside} TO {editor}",
        f"REVOKE INSERT, UPDATE, DELETE ON {fixed} FROM {editor}",
        f"GRANT USAGE ON ALL SEQUENCES IN {inside} TO {editor}",
        # Of the tables that a newer format will bring, too.
        *(
            f"ALTER DEFAULT PRIVILEGES IN {inside} GRANT {right} TO {whom}"
            for right, whom in (
                ("SELECT ON TABLES", reader),
                ("INSERT, UPDATE, DELETE ON TABLES", editor),
                ("USAGE ON SEQUENCES", editor),
            )
        ),
    ]
    people = [
        f"GRANT {_name(getattr(roles, role))} TO {_name(who)}"
        for role, names in given.items()
        for who in names
    ]
    return (*made, *rights, *people)


def make(case: CaseFile, given: dict[str, tuple[str, ...]]) -> Roles:
    """Make the roles of a team's database, as its owner; all of it or nothing."""
    from sqlalchemy.exc import DBAPIError

    database, schema = named(case)
    try:
        with in_plain_words(case.address), case.engine.begin() as connection:
            _check_owner(connection, case.address)
            for statement in statements(database, schema, given):
                connection.exec_driver_sql(statement.replace("%", "%%"))
    except CaseFileError as problem:
        cause = problem.__cause__
        state = getattr(cause.orig, "sqlstate", "") if isinstance(cause, DBAPIError) else ""
        if state == "42501":
            raise CaseFileError(say(NO_RIGHT, case.address)) from problem
        raise
    except DBAPIError as problem:
        if getattr(problem.orig, "sqlstate", "") == "42704":
            raise CaseFileError(
                say(
                    "{0} knows nobody of one of these names; have them made first (CREATE ROLE … "
                    "LOGIN). Nothing was changed.",
                    case.address,
                )
            ) from problem
        raise
    return roles_of(database)


def named(case: CaseFile) -> tuple[str, str]:
    """The names of the database and of the schema that the tables are in."""
    if case.path is not None:
        raise CaseFileError(NO_SERVER)
    with case.reading() as session:
        found = session.connection().exec_driver_sql("SELECT current_database(), current_schema()")
        database, schema = found.one()
    return str(database), str(schema)


def owner_of(connection: Connection) -> tuple[str, bool]:
    """Who owns the tables of a case file, and whether that is the one who asks."""
    found = connection.exec_driver_sql(
        "SELECT pg_get_userbyid(relowner), pg_has_role(relowner, 'USAGE') FROM pg_class "
        "WHERE oid = to_regclass('foitrack_format')"
    ).one()
    return str(found[0]), bool(found[1])


def may_write(connection: Connection) -> bool:
    """Whether the one who asks may change rows."""
    query = "SELECT has_table_privilege('request', 'INSERT')"
    return bool(connection.exec_driver_sql(query).scalar())


def _check_owner(connection: Connection, place: str) -> None:
    owner, is_it = owner_of(connection)
    if not is_it:
        raise CaseFileError(say(NOT_OWNER, owner, place))


def _made(role: str) -> str:
    text = role.replace("'", "''")
    return (
        f"DO $make$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{text}') "
        f"THEN CREATE ROLE {_name(role)} NOLOGIN; END IF; END $make$"
    )


def _name(name: str) -> str:
    """A name as SQL has it, whatever letters it is made of."""
    return '"' + name.replace('"', '""') + '"'
