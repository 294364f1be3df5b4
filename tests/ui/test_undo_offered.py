"""Whatever the window changes in the case file goes through what tells of it and offers Undo."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypeGuard

from tests.desk.test_every_step_back import CALLS

UI = Path(__file__).parents[2] / "ui"
WRITERS = {name.rpartition(".")[2] for name in CALLS} | {"keep", "keep_many"}
ROOMS = {name.partition(".")[0] for name in CALLS} | {"requests", "schemas", "batches"}
OFFERING = frozenset({"write", "write_over", "_write", "_finish", "_behind_a_bar"})
"""What says what was done, with Undo beside it (`Workspace.write`), and what leads there."""
MAY_CHANGE = re.compile(rf"\b(?:{'|'.join(ROOMS)})\s*\.\s*(?:{'|'.join(WRITERS)})\b")
"""Most of the window's sources have none of these and need not be taken apart."""
SAY_IT_THEMSELVES = {
    # Shows what others changed meanwhile first; says the step's name with Undo in the end.
    "recording/deeds.py": {"save"},
    # A pile of files at a time; Undo is offered once the last of them is kept.
    "recording/intake.py": {"keep_pile"},
}


def strays(source: str, excused: frozenset[str] = frozenset()) -> list[str]:
    """Calls that change the case file without a word, as "line: call"."""
    if not MAY_CHANGE.search(source):
        return []
    tree = ast.parse(source)
    above = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    return [
        f"{call.lineno}: {ast.unparse(call.func)}"
        for call in sorted(ast.walk(tree), key=lambda node: getattr(node, "lineno", 0))
        if isinstance(call, ast.Call)
        and _changes(call.func)
        and not any(_offers(node, above) or _named(node) in excused for node in _up(call, above))
    ]


def _up(node: ast.AST, above: dict[ast.AST, ast.AST]) -> Iterator[ast.AST]:
    while node in above:
        node = above[node]
        yield node


def _named(node: ast.AST) -> str:
    return node.name if isinstance(node, ast.FunctionDef) else ""


def _changes(called: ast.expr) -> bool:
    return (
        isinstance(called, ast.Attribute)
        and isinstance(called.value, ast.Name)
        and called.value.id in ROOMS
        and called.attr in WRITERS
    )


def _offers(node: ast.AST, above: dict[ast.AST, ast.AST]) -> bool:
    """Whether it is a call that offers Undo, or a function handed to one beside it."""
    if isinstance(node, ast.Call):
        return _called(node) in OFFERING
    if not isinstance(node, ast.FunctionDef) or node not in above:
        return False
    beside = [call for call in ast.walk(above[node]) if isinstance(call, ast.Call)]
    handed = [arg for call in beside if _called(call) in OFFERING for arg in call.args]
    names = {part.id for arg in handed for part in ast.walk(arg) if isinstance(part, ast.Name)}
    names |= {part.attr for arg in handed for part in ast.walk(arg) if _is_own(part)}
    return node.name in names


def _is_own(part: ast.AST) -> TypeGuard[ast.Attribute]:
    owner = part.value if isinstance(part, ast.Attribute) else None
    return isinstance(owner, ast.Name) and owner.id == "self"


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def silent(source: str) -> list[int]:
    """Lines where such a call is told to say nothing."""
    if not re.search(r"\bsay\s*=", source):
        return []
    return [
        call.lineno
        for call in ast.walk(ast.parse(source))
        if isinstance(call, ast.Call) and _called(call) in OFFERING
        for given in call.keywords
        if given.arg == "say" and isinstance(given.value, ast.Constant) and not given.value.value
    ]


def test_what_escapes_is_found() -> None:
    sample = """
def good(self):
    self._workspace.write(lambda: requests.log(desk, new), done)
def better(self):
    def work(seen):
        return schemas.learn(desk, seen)
    write_over(workspace, owner, work, {})
def bad(self):
    self._workspace.read(lambda: requests.log(desk, new), done)
def worse(self):
    def work():
        return many.bin(desk, ids)
    work()
def excused(self):
    requests.bin(desk, 1)
def quiet(self):
    self._workspace.write(lambda: requests.bin(desk, 1), say="")
"""
    assert strays(sample, frozenset({"excused"})) == ["9: requests.log", "12: many.bin"]
    assert silent(sample) == [17]


def test_every_change_offers_undo() -> None:
    found: list[str] = []
    seen = 0
    for path in sorted(UI.rglob("*.py")):
        source, name = path.read_text("utf-8"), str(path.relative_to(UI))
        excused = frozenset(SAY_IT_THEMSELVES.get(name, ()))
        found += [f"{name}:{stray}" for stray in strays(source, excused)]
        found += [f"{name}:{line}: says nothing" for line in silent(source)]
        seen += len(MAY_CHANGE.findall(source))
    assert found == []
    # Were the desk's rooms called otherwise one day, nothing would be looked at.
    assert seen > 30
