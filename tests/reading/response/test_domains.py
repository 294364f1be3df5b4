"""Authorities told by their official domains."""

from __future__ import annotations

import pytest

from foitrack import assets
from foitrack.reading.response.domains import domain_authority


@pytest.mark.parametrize(
    ("domain", "name"),
    [
        ("ox.ac.uk", "University of Oxford"),
        ("admin.cam.ac.uk", "University of Cambridge"),
        ("exeter.ac.uk", "University of Exeter"),
        ("ucl.ac.uk", "University College London"),
        ("camden.gov.uk", "London Borough of Camden"),
    ],
)
def test_a_domain_tells_its_authority(domain: str, name: str) -> None:
    found = domain_authority(domain, assets.directory())
    assert found is not None and found.name == name


@pytest.mark.parametrize("domain", ["notox.ac.uk", "fox.ac.uk", "ico.org.uk", "gov.uk"])
def test_a_domain_that_only_looks_like_one_tells_nobody(domain: str) -> None:
    assert domain_authority(domain, assets.directory()) is None


def test_no_domain_is_listed_twice() -> None:
    listed = [domain for entry in assets.directory().entries for domain in entry.domains]
    assert len(listed) == len(set(listed)) > 50
