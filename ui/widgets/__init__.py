"""Painted parts that screens share."""
