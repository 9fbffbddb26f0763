"""The only place that finds how a network keeps to the aims that it has chosen (M05)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from solmu.findings.rules.facts import Finding, Withheld

# As reviews say how far an aim is.
WELL = ("well_on", "reached")
DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class AimFact:
    """One aim: what its latest review said, '' when there is none, and whether its next one is over its day."""

    state: str
    overdue: bool


def kept_aims(aims: Sequence[AimFact]) -> list[Finding]:
    """Reviews are over their day, or all were held; and how many aims have got well on, by their evidence."""
    overdue = sum(aim.overdue for aim in aims)
    reviewed = [aim for aim in aims if aim.state]
    well = sum(aim.state in WELL for aim in reviewed)
    kept = [aim for aim in reviewed if aim.state != DROPPED]
    found = []
    if overdue:
        found.append(
            Finding(
                id="aims_overdue",
                topic="aims",
                slots={"n": overdue, "m": len(aims)},
                weight=overdue,
                method="M05",
            )
        )
    elif reviewed:
        found.append(
            Finding(
                id="aims_reviewed",
                topic="aims",
                good=True,
                slots={"n": len(reviewed), "m": len(aims)},
                method="TELL",
            )  # fmt: skip
        )
    if well and well * 2 >= len(kept):
        found.append(
            Finding(
                id="aims_well_on", topic="aims", good=True, slots={"n": well, "m": len(kept)}, method="TELL",
            )
        )  # fmt: skip
    return found


def withheld_aims(aims: Sequence[AimFact]) -> list[Withheld]:
    """Return that nothing can be said of aims while none is chosen."""
    return [] if aims else [Withheld(topic="aims", reason="no_aims")]
