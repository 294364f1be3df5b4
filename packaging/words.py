"""Prints what a translator has still to write: the window's words and the core's sentences.

    make words              all that can be said in another language
    make words CODE=cy      what the Welsh catalogue has not yet, ready to be filled in

Words are found in the sources, as they are written there: the window's as handed to `tr` and its
kin, the core's as handed to `say` (foitrack/saying.py), and errors that name nothing.
"""

from __future__ import annotations

import ast
import gc
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FIRST = {"tr", "_tr", "_say", "_mark", "_title", "_line", "for_later", "say", "tell"}
FIRST |= {"no_way_back"}
"""Calls whose first argument is said."""
KEYS = "_line"
"""Says a deed, then the key that does it."""
SECOND = {"translate", "QT_TRANSLATE_NOOP"}
"""Calls whose second is, after the part of the window that says it."""
TABLES = "wording.py"
"""Where the law's own words stand as tables."""
KEPT = ("step_names.py", "reasons.py", "remarks_on_files.py", "remarks_on_workbooks.py")
"""Where sentences stand that the case file keeps: all texts in them are said."""
READING = "foitrack/reading/"
"""Says its reasons and remarks as they are: whole sentences anywhere in it."""
SENTENCE = re.compile(r"[A-Z“][^\\|*+{}]* [^\\|*+{}]*[.]")
NOT_SHOWN = ("foitrack/cli/", "ui/commands/")


def every_word(root: Path = ROOT) -> list[str]:
    """All that can be said otherwise, each once, in the order of the sources."""
    trees = {path: ast.parse(path.read_text("utf-8")) for path in _sources(root)}
    named = {name: text for tree in trees.values() for name, text in _constants(tree)}
    errors = _plain_errors(trees.values())
    found: dict[str, None] = {}
    for path, tree in trees.items():
        own = dict(_constants(tree))
        texts = _tables(tree) if path.name == TABLES else ()
        if path.name in KEPT:
            texts = _plain_texts(tree)
        elif path.relative_to(root).as_posix().startswith(READING):
            texts = filter(SENTENCE.fullmatch, _plain_texts(tree))
        for text in (*texts, *_said(tree, {**named, **own}, errors)):
            if any(map(str.isalpha, text)):
                found.setdefault(text)
    return list(found)


def missing(words: list[str], catalogue: Path) -> list[str]:
    """Those that a catalogue does not have, for any part of the window."""
    read = tomllib.loads(catalogue.read_text("utf-8"))
    there = {source.rpartition("|")[2] for part in read["words"].values() for source in part}
    there |= set(read.get("counts", {}))
    return [one for one in words if one not in there]


def _sources(root: Path) -> Iterator[Path]:
    for path in (*sorted((root / "ui").rglob("*.py")), *sorted((root / "foitrack").rglob("*.py"))):
        if not path.relative_to(root).as_posix().startswith(NOT_SHOWN):
            yield path


def _said(tree: ast.AST, named: dict[str, str], errors: set[str]) -> Iterator[str]:
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call):
            continue
        name = _name(call.func)
        if name == "counted":
            yield from _nouns(call)
        elif name == "by_number":
            yield from _texts(call.args[1:3], named)
        elif name in SECOND:
            yield from _texts(call.args[1:2], named)
        elif name in FIRST or name in errors:
            yield from _texts(call.args[:1] if name in FIRST - {KEYS} else call.args[:2], named)


def _nouns(call: ast.Call) -> Iterator[str]:
    given = list(_texts(call.args[1:], {}))
    if len(call.args) == 2:
        given += [f"{noun}s" for noun in given]
    yield from (f"{{0}} {noun}" for noun in given)


def _texts(arguments: list[ast.expr], named: dict[str, str]) -> Iterator[str]:
    for one in arguments:
        if isinstance(one, ast.Constant) and isinstance(one.value, str):
            yield one.value
        elif isinstance(one, ast.Name | ast.Attribute) and _name(one) in named:
            yield named[_name(one)]


def _constants(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for each in tree.body:
        if isinstance(each, ast.Assign) and isinstance(each.value, ast.Constant):
            for target in each.targets:
                if isinstance(target, ast.Name) and isinstance(each.value.value, str):
                    yield target.id, each.value.value


def _plain_texts(tree: ast.AST) -> Iterator[str]:
    """Texts that stand by themselves: descriptions and parts of other texts left out."""
    apart = {id(part) for each in ast.walk(tree) for part in _described(each)}
    for each in ast.walk(tree):
        if isinstance(each, ast.Constant) and id(each) not in apart:
            yield from _texts([each], {})


def _described(each: ast.AST) -> Iterator[ast.AST]:
    if isinstance(each, ast.JoinedStr):
        yield from ast.walk(each)
    elif isinstance(each, ast.Expr):
        yield each.value


def _tables(tree: ast.Module) -> Iterator[str]:
    for each in tree.body:
        if isinstance(each, ast.AnnAssign) and isinstance(each.value, ast.Dict):
            yield from _texts(each.value.values, {})


def _plain_errors(trees: object) -> set[str]:
    bases = {
        each.name: {_name(base) for base in each.bases}
        for tree in trees  # type: ignore[attr-defined]
        for each in ast.walk(tree)
        if isinstance(each, ast.ClassDef)
    }
    found = {"PlainError"}
    while more := {name for name, own in bases.items() if own & found} - found:
        found |= more
    return found


def _name(called: ast.expr) -> str:
    if isinstance(called, ast.Attribute):
        return called.attr
    return called.id if isinstance(called, ast.Name) else ""


def _quoted(text: str) -> str:
    marked = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{marked}"'


def main(code: str = "") -> None:
    """Print them as lines of a catalogue."""
    words = every_word()
    if code:
        words = missing(words, ROOT / "resources" / "translations" / f"{code}.toml")
    for one in words:
        print(f'{_quoted(one)} = ""')
    print(f"{len(words):,} to be said", file=sys.stderr)


if __name__ == "__main__":
    # What the sources consist of all stays: looking through it for rubbish takes half the time.
    gc.disable()
    main(*sys.argv[1:2])
