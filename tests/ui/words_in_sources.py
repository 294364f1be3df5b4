"""Finds words for a person in the window's sources that no translator is ever asked for."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ASKED = frozenset(
    {"tr", "_tr", "translate", "_say", "_mark", "_title", "_line", "QT_TRANSLATE_NOOP"}
    | {"for_later", "counted", "by_number"}
)
"""What hands words to a translator, or marks them for one."""
NOT_SHOWN = frozenset(
    {"setObjectName", "setStyleSheet", "setProperty", "property", "recall", "remember", "ground"}
    | {"set_icon", "set_pixmap", "restyle", "button_kind", "icon", "getattr", "hasattr"}
    | {"import_module", "TypeVar", "QFont", "startswith", "endswith", "navigate"}
)
SHOWN = frozenset(
    {"setText", "setToolTip", "setWindowTitle", "setPlaceholderText", "setStatusTip"}
    | {"setAccessibleName", "setAccessibleDescription", "setTitle", "setTabText", "setWhatsThis"}
    | {"QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QAction", "QGroupBox", "QMenu"}
    | {"words", "secondary", "section", "page_title", "record_title", "headline", "PageHeader"}
    | {"EmptyState", "SearchBox", "FilterPill", "Segmented", "complain", "say", "say_beside"}
)
"""What shows its first words: here one word, small or large, is enough to be found."""


class Finder(ast.NodeVisitor):
    """Collects lines and words; sentences anywhere, single words where they are shown."""

    def __init__(self) -> None:
        self.found: list[tuple[int, str]] = []

    def visit_Module(self, node: ast.Module) -> None:
        self._body(node.body)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._body(node.body)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        for default in [*node.args.defaults, *filter(None, node.args.kw_defaults)]:
            self.visit(default)
        self._body(node.body)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)

    def visit_Call(self, node: ast.Call) -> None:
        called = _name(node.func)
        if called in ASKED:
            for each in node.args:
                if isinstance(each, ast.JoinedStr):
                    # What is put together first is no text that a translator could know.
                    self.found.append((each.lineno, ast.unparse(each)))
            return
        if called in NOT_SHOWN:
            return
        if called in SHOWN and node.args and isinstance(node.args[0], ast.Constant):
            said = node.args[0].value
            if isinstance(said, str) and re.search(r"[A-Za-z]{2}", said):
                self.found.append((node.lineno, said))
                return
        self.generic_visit(node)

    def visit_Raise(self, node: ast.Raise) -> None:
        """What is raised is for whoever writes the program, or comes from the core."""

    def visit_Assert(self, node: ast.Assert) -> None:
        """For whoever writes the program."""

    def visit_Subscript(self, node: ast.Subscript) -> None:
        self.visit(node.value)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        said = "".join(str(v.value) for v in node.values if isinstance(v, ast.Constant))
        if re.search(r"[A-Za-z]{2}", said):
            self.found.append((node.lineno, said))
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                self.visit(part.value)

    def visit_Constant(self, node: ast.Constant) -> None:
        said = node.value
        if isinstance(said, str) and _is_sentence(said):
            self.found.append((node.lineno, said))

    def _body(self, body: list[ast.stmt]) -> None:
        for each in body:
            described = isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant)
            if not described:
                self.visit(each)


def words_in(source: str) -> list[tuple[int, str]]:
    """Lines and words that would be shown in English whatever the language."""
    finder = Finder()
    finder.visit(ast.parse(source))
    return finder.found


def words_in_files(root: Path) -> list[str]:
    """The same for every file below a folder, as "file:line: words"."""
    return [
        f"{path.relative_to(root)}:{line}: {said!r}"
        for path in sorted(root.rglob("*.py"))
        for line, said in words_in(path.read_text("utf-8"))
    ]


def _name(called: ast.expr) -> str:
    if isinstance(called, ast.Attribute):
        return called.attr
    return called.id if isinstance(called, ast.Name) else ""


def _is_sentence(said: str) -> bool:
    several = len(re.findall(r"[A-Za-z]{2,}", said)) > 1 and " " in said.strip()
    return several or re.fullmatch(r"&?[A-Z][a-z]+&?[a-z]*…?", said) is not None
