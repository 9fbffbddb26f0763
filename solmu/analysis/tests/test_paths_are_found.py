"""Who leads where: routes over referrals, warm before cold among the shortest, and each way in which they break off."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

import pytest

from solmu.analysis.levels import ActorFact, LevelGraph, TieFact, roll_up
from solmu.analysis.rules.ages import ages_of, suits
from solmu.analysis.rules.path import (
    Break,
    Doors,
    Found,
    HandOff,
    Offered,
    Offering,
    Warmth,
    find_path,
    hand_offs,
)
from solmu.registry.rules.services import ServiceFact

TODAY = date(2026, 11, 12)
NAMES = "abcdefgh"


def graph(line: str, *, directed: bool = True) -> LevelGraph:
    """Draw ``a>b`` a referral, ``a=b`` one both ways, ``a-b:joint_work`` another tie, ``a~b`` a wished referral."""
    ties = []
    for word in line.split():
        pair, _, content = word.partition(":")
        one, sign, other = tuple(pair)
        ends = [(one, other), (other, one)] if sign == "=" else [(one, other)]
        ties += [
            TieFact(
                source=NAMES.index(source),
                target=NAMES.index(target),
                content=content or "referral",
                status="wished" if sign == "~" else "existing",
            )
            for source, target in ends
        ]
    actors = [
        ActorFact(
            pk=pk, ref=name, label=name, kind="organisation", sector="", municipality="", asked=True
        )
        for pk, name in enumerate(NAMES)
    ]
    return roll_up(actors, ties, level="organisation", on=TODAY, directed=directed)


def service(ref: str, *actors: int) -> ServiceFact:
    return ServiceFact(
        ref=ref, name=ref, kinds=("guidance",), goal_areas=("education",), target_group="",
        entrance="", places=(), actors=actors,
    )  # fmt: skip


def offering(name: str, **more: bool) -> Offering:
    pk = NAMES.index(name)
    return Offering(actor=pk, services=(service(name, pk),), **more)


def find(
    line: str,
    here: str,
    *,
    elsewhere: str = "",
    warm: str = "",
    doors: Doors | None = None,
    directed: bool = True,
) -> Found:
    drawn = graph(line, directed=directed)
    present = [frozenset(map(NAMES.index, pair)) for pair in warm.split()]
    offs = hand_offs(drawn.edges, directed=directed, present=present, by_person=(), named=())
    offered = Offered(here=tuple(map(offering, here)), elsewhere=tuple(map(offering, elsewhere)))
    everybody = Doors(callable=range(len(NAMES)), leads=dict.fromkeys(NAMES, 1))
    return find_path(drawn.edges, offs, offered, doors or everybody, start=0)


def ways(found: Found) -> list[str]:
    return ["".join(NAMES[pk] for pk in route.actors) for route in found.routes]


def kinds(found: Found) -> list[str]:
    return [one.kind for one in found.breaks]


def only(found: Found, kind: str) -> Break:
    (one,) = (one for one in found.breaks if one.kind == kind)
    return one


def named(actors: Iterable[int]) -> str:
    return "".join(NAMES[pk] for pk in actors)


def test_the_fewest_hand_offs_lead_best() -> None:
    found = find("a>b b>c c>d a>e e>d", "d")
    assert ways(found) == ["aed"]
    assert kinds(found) == []


def test_of_as_long_ways_the_warmer_one_is_taken() -> None:
    found = find("a>b b>d a>c c>d", "d", warm="ac")
    assert ways(found) == ["acd"]
    assert found.routes[0].cold == 1


def test_a_longer_way_that_is_warmer_is_told_beside_the_best() -> None:
    found = find("a>d a>b b>c c>d", "d", warm="ab bc cd")
    assert ways(found) == ["ad"]
    assert found.warmer is not None
    assert named(found.warmer.actors) == "abcd"
    assert found.warmer.cold == 0
    assert find("a>d a>b b>d", "d", warm="ad").warmer is None


def test_each_actor_that_offers_it_has_a_way_the_nearest_first() -> None:
    assert ways(find("a>b b>c a>d", "cdb")) == ["ab", "ad", "abc"]


def test_who_speaks_of_the_need_comes_before_who_usually_answers_it() -> None:
    drawn = graph("a>b b>c")
    offs = hand_offs(drawn.edges, directed=True, present=(), by_person=(), named=())
    here = (Offering(actor=0), offering("b", beside=True), offering("c"))
    doors = Doors(callable=range(8))
    found = find_path(drawn.edges, offs, Offered(here=here), doors, start=0)
    assert ways(found) == ["abc", "ab", "a"]


def test_arrows_lead_one_way_and_plain_lines_both() -> None:
    assert ways(find("b>a", "b")) == []
    assert ways(find("b>a", "b", directed=False)) == ["ab"]
    assert ways(find("a=b", "b")) == ["ab"]


@pytest.mark.parametrize(
    ("present", "by_person", "named", "warm"),
    [
        ([frozenset({0, 1})], [], [], ("present",)),
        ([], [(0, 1)], [], ("person",)),
        ([], [], [1], ("named",)),
        ([], [(1, 0)], [0], ()),
        ([], [], [], ()),
    ],
)
def test_a_hand_off_is_warm_by_what_is_known_of_it(
    present: Collection[frozenset[int]],
    by_person: Collection[tuple[int, int]],
    named: Collection[int],
    warm: tuple[Warmth, ...],
) -> None:
    offs = hand_offs(
        graph("a>b").edges, directed=True, present=present, by_person=by_person, named=named
    )
    assert offs == [HandOff(giver=0, taker=1, warm=warm)]


def test_what_both_ends_say_is_warm() -> None:
    actors = [
        ActorFact(pk=pk, ref=str(pk), label="", kind="", sector="", municipality="", asked=True)
        for pk in (0, 1)
    ]
    tie = TieFact(source=0, target=1, content="referral", status="existing", both_ends=True)
    drawn = roll_up(actors, [tie], level="organisation", on=TODAY)
    (off,) = hand_offs(drawn.edges, directed=True, present=(), by_person=(), named=())
    assert off.warm == ("both",)


def test_nobody_offering_it_is_a_gap_with_whom_the_start_refers_to() -> None:
    found = find("a>b a>c", "")
    assert kinds(found) == ["gap"]
    assert named(only(found, "gap").beside) == "bc"
    assert found.routes == ()


def test_offered_only_elsewhere_names_who_does() -> None:
    assert named(only(find("a>b", "", elsewhere="de"), "elsewhere").actors) == "de"
    assert "elsewhere" not in kinds(find("a>b", "b", elsewhere="de"))


def test_who_offers_but_nobody_refers_to_is_told_with_whom_it_is_tied() -> None:
    broken = only(find("a>b b-c:joint_work", "bc"), "no_way")
    assert (named(broken.actors), named(broken.beside), broken.wished) == ("c", "b", False)
    assert "no_way" not in kinds(find("a>b b>c", "bc"))


def test_a_wished_referral_leads_nowhere_but_is_told() -> None:
    found = find("a>b b~c", "bc")
    assert ways(found) == ["ab"]
    assert only(found, "no_way").wished


def test_a_closed_door_is_told_only_where_one_is_led_to() -> None:
    shut = Doors(callable=(), away=(1,), leads=dict.fromkeys(NAMES, 1))
    assert kinds(find("a>b", "b", doors=shut)) == ["no_contact", "away"]
    assert kinds(find("a>b", "a", doors=shut)) == []


def test_a_service_that_several_share_wants_one_who_leads() -> None:
    drawn = graph("a>b a>c")
    offs = hand_offs(drawn.edges, directed=True, present=(), by_person=(), named=())
    shared = service("shared", 1, 2)
    here = tuple(Offering(actor=pk, services=(shared,)) for pk in (1, 2))
    for leads, told in ((0, ["no_lead"]), (1, []), (2, ["no_lead"])):
        doors = Doors(callable=(1, 2), leads={"shared": leads})
        found = find_path(drawn.edges, offs, Offered(here=here), doors, start=0)
        assert kinds(found) == told


def test_from_four_on_nobody_knows_who_begins() -> None:
    ties = "a>b a>c a>d a>e"
    assert named(only(find(ties, "bcde"), "many").actors) == "bcde"
    assert "many" not in kinds(find(ties, "bcd"))


def test_nobody_is_lost_where_nothing_is_known() -> None:
    found = find("", "")
    assert kinds(found) == ["gap"]
    assert only(found, "gap").beside == ()


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("15–28-vuotiaat, viikon sisällä", (15, 28)),
        ("16-29-åringar", (16, 29)),
        ("alle 25-vuotiaat", (0, 24)),
        ("över 18 år", (19, 120)),
        ("18 vuotta täyttäneet", (18, 120)),
        ("täysi-ikäiset", (18, 120)),
        ("alaikäiset ja huoltajat", (0, 17)),
        ("työttömät työnhakijat", None),
    ],
)
def test_ages_are_read_from_the_words_of_a_target_group(
    text: str, ages: tuple[int, int] | None
) -> None:
    assert ages_of(text) == ages


def test_a_group_that_names_no_age_takes_everybody_in() -> None:
    assert suits("opiskelijat", "minor")
    assert suits("16–29-vuotiaat", "minor")
    assert not suits("18–35-vuotiaat", "minor")
    assert not suits("13–16-vuotiaat", "older")
    assert suits("13–16-vuotiaat", "")
