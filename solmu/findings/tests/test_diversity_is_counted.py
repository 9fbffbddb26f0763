"""Seven kinds of diversity, each counted by its own definition (M34)."""

from __future__ import annotations

from dataclasses import replace

from solmu.findings.rules.diversity import Counted, DiversityFacts, Said, Working, count_kinds
from solmu.findings.tests.makers import make_facts

SECTORS = {
    "amis": "education", "lukio": "education", "kela": "employment", "aso": "wellbeing", "paja": "youth",
    "ohjaamo": "ohjaamo", "yrittajat": "business", "konepaja": "business", "srk": "associations",
}  # fmt: skip


def facts_of(line: str, **said: Said) -> DiversityFacts:
    return DiversityFacts(graph=make_facts(line, sectors=SECTORS).graph, said=said)


def counted(facts: DiversityFacts, kind: str) -> Counted:
    (found,) = [one for one in count_kinds(facts) if one.kind == kind]
    return found


def test_administrations_count_when_they_decide_with_the_clients_themselves() -> None:
    facts = facts_of(
        "raati=ohjaamo:decisions raati=aso:joint_work kela>raati:information amis=aso:joint_work",
        multi_expert=Said(actors=("raati",)),
    )
    one = counted(facts, "multi_expert")
    assert (one.count, one.of) == (1, 3)
    assert one.missing == (("education",), ("employment",))
    assert set(one.actors) == {"raati", "ohjaamo", "aso"}


def test_where_nobody_speaks_with_the_clients_voice_there_is_none_of_it() -> None:
    one = counted(facts_of("amis=aso:joint_work", multi_expert=Said()), "multi_expert")
    assert (one.count, one.is_missing) == (0, True)


def test_what_was_not_asked_is_unknown_and_not_none() -> None:
    facts = facts_of("amis=aso:joint_work")
    for kind in ("multi_expert", "multi_level", "multi_disciplinary", "multi_skilled"):
        one = counted(facts, kind)
        assert (one.count, one.reason, one.is_missing) == (None, "not_asked", False)


def test_joint_work_between_administrations_counts_by_pairs() -> None:
    facts = facts_of("amis=aso:joint_work lukio=aso:decisions kela=aso:information paja")
    one = counted(facts, "multi_administrative")
    assert (one.count, one.of) == (1, 6)
    assert ("education", "wellbeing") not in one.missing
    assert ("employment", "wellbeing") in one.missing
    assert set(one.actors) == {"amis", "lukio", "aso"}


def test_an_ohjaamo_is_not_an_administration() -> None:
    one = counted(facts_of("ohjaamo=aso:joint_work"), "multi_administrative")
    assert (one.count, one.reason) == (None, "few_administrations")


def test_working_life_and_associations_count_when_an_administration_knows_them() -> None:
    facts = facts_of("amis=konepaja:expertise konepaja=yrittajat srk=ohjaamo")
    one = counted(facts, "multi_sectoral")
    assert (one.count, one.of) == (1, 3)
    assert one.missing == (("associations",),)
    assert set(one.actors) == {"amis", "konepaja"}


def test_professions_meet_across_organisations_and_inside_one() -> None:
    facts = facts_of("amis aso")
    amis, aso = (node.pk for node in facts.graph.nodes)
    roles = ((10, amis, "opinto-ohjaaja"), (11, amis, "Opettaja"), (12, aso, "opettaja"))
    facts = replace(
        facts,
        roles=tuple(Working(person=p, organisation=o, role=role) for p, o, role in roles),
        people=((10, 11), (10, 12), (11, 12)),
    )
    one = counted(facts, "multi_professional")
    assert one.count == 2
    assert one.slots == {"between": 1, "within": 1}
    assert set(one.actors) == {"amis", "aso"}
    assert counted(replace(facts, people=()), "multi_professional").is_missing


def test_without_written_roles_professions_are_unknown() -> None:
    one = counted(facts_of("amis=aso"), "multi_professional")
    assert (one.count, one.reason) == (None, "no_roles")


def test_levels_disciplines_and_skills_count_as_they_were_told() -> None:
    facts = facts_of(
        "amis=aso",
        multi_level=Said(levels=("regional", "organisation"), actors=("amis", "gone")),
        multi_disciplinary=Said(words="kasvatustiede, sosiaalityö"),
        multi_skilled=Said(words="somali,\nSomali, pelit,"),
    )
    levels = counted(facts, "multi_level")
    assert (levels.count, levels.missing, levels.actors) == (2, (("national",),), ("amis",))
    assert counted(facts, "multi_disciplinary").count == 2
    assert counted(facts, "multi_skilled").count == 2


def test_wished_ties_do_not_count() -> None:
    facts = facts_of("amis=aso:joint_work")
    wished = tuple(replace(edge, status="wished") for edge in facts.graph.edges)
    facts = replace(facts, graph=replace(facts.graph, edges=wished))
    assert counted(facts, "multi_administrative").count == 0
