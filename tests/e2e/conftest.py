"""The end-to-end tests use the window's own fixtures."""

from tests.ui.conftest import (  # noqa: F401
    dressed,
    empty_workspace,
    example_file,
    settings_apart,
    settle,
    workspace,
)
