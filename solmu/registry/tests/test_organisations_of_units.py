"""What is known of an organisation that a contact list names only beside its units."""

from __future__ import annotations

import pytest

from solmu.formats.dataset import ActorRow
from solmu.registry.rules.facts import Facts
from solmu.registry.rules.placing import with_parents


@pytest.mark.parametrize(
    ("sectors", "its_own"),
    [
        (("education", "education"), "education"),
        (("education", "youth"), ""),
        (("education", ""), ""),
        (("education", "youth", "education"), ""),
    ],
)
def test_an_organisation_is_of_the_sector_that_its_units_share(
    sectors: tuple[str, ...], its_own: str
) -> None:
    units = [
        ActorRow(ref=f"{place}", label=f"Yksikkö {place}", sector=sector, parent="Ammattiopisto")
        for place, sector in enumerate(sectors)
    ]
    *_, organisation = with_parents(units, Facts())
    assert (organisation.label, organisation.sector) == ("Ammattiopisto", its_own)
