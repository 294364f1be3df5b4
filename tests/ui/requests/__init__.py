"""Tests of the Requests page and what opens from it."""
