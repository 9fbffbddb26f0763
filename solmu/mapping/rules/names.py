"""The only place that lays an actor's name on the few short lines that a map has room for."""

from __future__ import annotations

import re

LINE = 17  # letters on one line of a name
MOST_LINES = 3
LONE_WORD = 20  # a single word may be a little longer before it is divided
# Compounds are divided before what they usually end in; else where a Finnish syllable begins, at a consonant
# that a vowel follows. Good enough for a name on a map.
_LAST_PARTS = re.compile(
    r"(?<=\w{4})(?=yhdisty|palvelu|keskus|koulu|opisto|neuvo|työ|yhtymä|alue|koordinaattor|valmen|toimisto"
    r"|vastaanot|säätiö|liit|kunta|hanke|ohja|terveys|huolto|järjestö|förening|tjänst|central|skola|område"
    r"|verkstad|rådgivning|byrå|stiftelse|samordn|hälso|arbet)",
    re.IGNORECASE,
)
_SYLLABLE = re.compile(r"(?<=\w)(?=[b-df-hj-np-tv-xz][aeiouyåäö])", re.IGNORECASE)


def lines_of(name: str, width: int = LINE) -> tuple[str, ...]:
    """Lay a name on at most three lines, as even as they get; a long word is divided between syllables.

    >>> lines_of("Kela"), lines_of("Nuorten mielenterveyspalvelut")
    (('Kela',), ('Nuorten mielen-', 'terveyspalvelut'))
    >>> lines_of("Etsivä nuorisotyö, Keski-Järvilakeus"), lines_of("4H-yhdistys ry")
    (('Etsivä nuorisotyö,', 'Keski-Järvilakeus'), ('4H-yhdistys ry',))
    """
    name = " ".join(name.split())
    if len(name) <= width or (" " not in name and len(name) <= LONE_WORD):
        return (name,)
    two = _halved(name)
    if max(map(len, two)) <= width + 4:
        return two
    head, rest = _cut(name, width)
    lines = (head, *lines_of(rest, width)) if rest else (head,)
    if len(lines) > MOST_LINES:
        lines = (*lines[: MOST_LINES - 1], lines[MOST_LINES - 1].rstrip("-, ") + "…")
    return lines


def _breaks(name: str) -> list[tuple[str, str, int]]:
    """List the ways to divide a name in two, with how much one would rather not."""
    found = []
    for at, letter in enumerate(name):
        if letter == " ":
            found.append((name[:at], name[at + 1 :], 0))
        elif letter == "-" and at and at + 1 < len(name) and name[at + 1] != " ":
            found.append((name[: at + 1], name[at + 1 :], 1))
    for cost, places in ((1, _LAST_PARTS), (6, _SYLLABLE)):
        for match in places.finditer(name):
            at = match.start()
            start, end = name.rfind(" ", 0, at) + 1, (name + " ").find(" ", at)
            if at - start >= 4 and end - at >= 4 and end - start >= 13 and name[at - 1] != "-":
                found.append((name[:at] + "-", name[at:], cost))
    return found


def _halved(name: str) -> tuple[str, ...]:
    first, second, _ = min(
        _breaks(name) or [(name, "", 0)],
        key=lambda pair: (max(len(pair[0]), len(pair[1])) + pair[2], pair[2]),
    )
    return (first, second) if second else (first,)


def _cut(name: str, width: int) -> tuple[str, str]:
    """Divide off as much as one line holds."""
    fitting = [pair for pair in _breaks(name) if len(pair[0]) <= width]
    if not fitting:
        return (
            (name, "") if len(name) <= width + 4 else (name[: width - 1] + "-", name[width - 1 :])
        )
    first, rest, _ = max(fitting, key=lambda pair: len(pair[0]) - pair[2])
    return first, rest
