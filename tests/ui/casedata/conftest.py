"""The rich case file that the tests of Today made."""

from tests.ui.today.conftest import rich, rich_file

__all__ = ["rich", "rich_file"]
