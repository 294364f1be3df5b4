"""Tests of the desk, through its public face."""
