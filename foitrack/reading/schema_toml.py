"""A case schema as a TOML file: what `tomllib` reads, written back."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from foitrack.reading.schema import SchemaProblemError
from foitrack.reading.schema_definition import SchemaDefinition
from foitrack.saying import say

_ESCAPED = {"\\": "\\\\", '"': '\\"', "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f"} | {
    "\r": "\\r"
}
LARGEST = 1_000_000
"""Bytes: a schema is words that a person wrote; what is larger is something else."""


def written(definition: SchemaDefinition) -> str:
    """The definition as TOML."""
    return "\n".join(_lines(definition.as_mapping(), ())) + "\n"


def read(data: bytes) -> SchemaDefinition:
    """A definition from a TOML file. Raises SchemaProblemError where it is none."""
    if len(data) > LARGEST:
        raise SchemaProblemError("That file is too large to be a case schema.")
    try:
        parsed = tomllib.loads(data.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError as problem:
        raise SchemaProblemError("That file is not text, so it is no case schema.") from problem
    except tomllib.TOMLDecodeError as problem:
        raise SchemaProblemError(
            say("That file is not TOML as it should be: {0}.", problem)
        ) from problem
    except RecursionError as problem:
        raise SchemaProblemError("That file is nested too deeply for a case schema.") from problem
    return SchemaDefinition.from_mapping(parsed)


def _lines(table: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[str]:
    inner = {key: value for key, value in table.items() if isinstance(value, Mapping)}
    for key, value in table.items():
        if key not in inner:
            yield f"{_key(key)} = {_value(value)}"
    for key, value in inner.items():
        yield ""
        yield f"[{'.'.join(_key(part) for part in (*path, key))}]"
        yield from _lines(value, (*path, key))


def _key(key: str) -> str:
    bare = key.isascii() and key.replace("-", "").replace("_", "").isalnum()
    return key if bare else _string(key)


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return f"[{', '.join(_value(each) for each in value)}]"
    if isinstance(value, str):
        return _string(value)
    raise TypeError(say("a case schema holds no {0}", type(value).__name__))


def _string(text: str) -> str:
    return f'"{"".join(_ESCAPED.get(c) or _printable(c) for c in text)}"'


def _printable(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04X}" if code < 32 or code == 127 else character
