"""The only place where an understood file comes to the map: its words by bulk, corrections one by one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from solmu.formats.dataset import ActorRow, TieRow
from solmu.ledger.actions import ActingPerson, Record, recorded
from solmu.ledger.models import Act
from solmu.networks.models import Area, Network
from solmu.networks.queries import municipalities_by_name
from solmu.registry.actions.bulk import insert_rows
from solmu.registry.actions.reading import rebuild_ties
from solmu.registry.models import (
    Actor,
    Belonging,
    Claim,
    Contact,
    Identity,
    Mention,
    Name,
    Perspective,
)
from solmu.registry.rules.comparing import (
    PlannedChange,
    business_id_of,
    contacts_of,
    same_contact,
)
from solmu.registry.rules.placing import row_node
from solmu.registry.rules.planning import Plan

_BATCH = 500


def bring_in(
    network: Network,
    plan: Plan,
    *,
    title: str,
    replaces: Perspective | None = None,
    without: Iterable[str] = (),
    drops_omitted: bool = False,
    upload_ref: str = "",
    by: ActingPerson | None,
    at: datetime,
) -> Act:
    """Bring ``plan`` to the map as a perspective of its own, in one act.

    ``replaces`` is the earlier reading that this one updates: it is withdrawn, and what it said and the
    new file does not is carried over, unless ``drops_omitted``. ``without`` are changes left out. The
    perspective opens withdrawn and is filled by bulk; that it stands is the recorded change, so that an
    undo withdraws it whole and leaves everything that others did since.
    """
    told = {"title": title, "upload": upload_ref}
    with recorded(network.pk, "import.apply", by=by, at=at, summary=told) as record:
        perspective = Perspective.objects.create(
            network=network,
            kind=Perspective.Kind.IMPORT,
            title=title,
            author_id=None if by is None else by.pk,
            directed=plan.directed,
            created_at=at,
            withdrawn_at=at,
        )
        bringing = _Bringing(network, plan, perspective, record, by, at)
        bringing.actors()
        bringing.mentions()
        bringing.belongings()
        claims = bringing.claims()
        if replaces is not None:
            if not drops_omitted:
                bringing.carry_over(replaces)
            record.set(replaces, withdrawn_at=at)
        record.set(perspective, withdrawn_at=None)
        skipped = set(without)
        wanted = [one for one in plan.changes if f"change:{one.key}" not in skipped]
        changed = bringing.correct(wanted)
        bringing.fill_gaps()
        record.act.summary.update(
            perspective=perspective.ref, actors=bringing.new_count, ties=claims, changes=changed
        )
        rebuild_ties(network)
    return record.act


@dataclass
class _Bringing:
    network: Network
    plan: Plan
    perspective: Perspective
    record: Record
    by: ActingPerson | None
    at: datetime
    new_count: int = 0
    _actor_of: dict[str, Actor] = field(default_factory=dict)
    _mention_of: dict[str, Mention] = field(default_factory=dict)

    @property
    def _person_id(self) -> int | None:
        return None if self.by is None else self.by.pk

    def actors(self) -> None:
        """Make the new actors with their names and contacts, and find the known ones."""
        refs = {
            node.removeprefix("actor:")
            for node in (*self.plan.places.values(), *self.plan.parents.values())
            if node.startswith("actor:")
        }
        known = Actor.objects.filter(network=self.network).in_bulk(refs, field_name="ref")
        self._actor_of = {f"actor:{ref}": actor for ref, actor in known.items()}
        towns = self._areas()
        rows = list(self.plan.new_actors())
        actors = [self._new_actor(row, towns) for row in rows]
        Actor.objects.bulk_create(actors, batch_size=_BATCH)
        self._actor_of |= {
            row_node(row.ref): actor for row, actor in zip(rows, actors, strict=True)
        }
        self.new_count = len(actors)
        insert_rows(
            name for row, actor in zip(rows, actors, strict=True) for name in _names(row, actor)
        )
        insert_rows(
            Contact(actor=actor, kind=kind, value=value, confirmed_on=self.at.date())
            for row, actor in zip(rows, actors, strict=True)
            for kind, value in contacts_of(row)
        )

    def _areas(self) -> dict[str, Area]:
        return {area.name_fi: area for area in municipalities_by_name(self.network).values()}

    def _new_actor(self, row: ActorRow, towns: Mapping[str, Area]) -> Actor:
        return Actor(
            network=self.network,
            label_fi=row.label,
            kind=row.kind,
            sector=row.sector,
            municipality=towns.get(self.plan.towns.named(row.municipality)),
            business_id=business_id_of(row.business_id),
            description=row.description,
            created_at=self.at,
        )

    def mentions(self) -> None:
        """Keep every row as it was written, and whom it means."""
        doubles = {one.row.ref: one for one in self.plan.doubles if one.answer == "same"}
        rows = self.plan.actors
        mentions = [self._mention(row) for row in rows]
        Mention.objects.bulk_create(mentions, batch_size=_BATCH)
        self._mention_of = {row.ref: mention for row, mention in zip(rows, mentions, strict=True)}
        insert_rows(
            Identity(
                mention=mention,
                actor=self._actor_of[self.plan.places[row.ref]],
                from_at=self.at,
                decided_by_id=self._person_id,
                why=", ".join(doubles[row.ref].reasons) if row.ref in doubles else "",
            )
            for row, mention in zip(rows, mentions, strict=True)
        )

    def _mention(self, row: ActorRow) -> Mention:
        extra = dict(row.extra)
        if row.tags:
            extra["tags"] = " | ".join(row.tags)
        return Mention(
            perspective=self.perspective,
            name=row.label,
            kind=row.kind,
            sector=row.sector,
            municipality=row.municipality,
            parent=row.parent,
            services=row.services,
            ref=row.ref,
            row=row.row,
            extra=extra,
        )

    def belongings(self) -> None:
        """Place new actors in what they belong to; what known ones belong to is a correction."""
        placed = {
            (actor.pk, to.pk): Belonging(actor=actor, to=to)
            for ref, node in self.plan.parents.items()
            if self.plan.places[ref].startswith("row:")
            and (actor := self._actor_of[self.plan.places[ref]]) != (to := self._actor_of[node])
        }
        insert_rows(placed.values())

    def claims(self) -> int:
        """Keep every tie as it was stated; returns how many."""
        return insert_rows(
            self._claim(one.tie, self._mention_of[one.tie.source], self._mention_of[one.tie.target])
            for one in self.plan.ties
        )

    def _claim(self, tie: TieRow, source: Mention, target: Mention) -> Claim:
        forward = tie.direction == "forward"
        return Claim(
            perspective=self.perspective,
            source=source,
            target=target,
            direction=Claim.Direction.FORWARD if forward else Claim.Direction.BOTH,
            contents=list(tie.contents),
            means=tie.means,
            frequency=tie.frequency,
            closeness=tie.closeness,
            weight=tie.weight,
            note=tie.note,
            status=tie.status,
            valid_from=tie.valid_from,
            valid_to=tie.valid_to,
            confirmed_on=tie.confirmed_on,
            created_at=self.at,
            updated_at=self.at,
            extra=dict(tie.extra),
        )

    def carry_over(self, earlier: Perspective) -> None:
        """Say again what the earlier reading said of actors and ties that the new one leaves out."""
        named = {actor.pk: self._mention_of[ref] for ref, actor in self._actors_by_row()}
        left = Identity.objects.filter(mention__perspective=earlier, ended_at=None)
        copies: dict[int, Mention] = {}
        identities = []
        for identity in left.select_related("mention"):
            if identity.actor_id not in named:
                copy = identity.mention
                copy.pk, copy.perspective = None, self.perspective
                copies[identity.actor_id] = copy
                identities.append(Identity(
                    mention=copy, actor_id=identity.actor_id, from_at=self.at,
                    decided_by_id=identity.decided_by_id, why=identity.why,
                ))  # fmt: skip
                named[identity.actor_id] = copy
        Mention.objects.bulk_create(copies.values(), batch_size=_BATCH)
        # bulk_create, which knows that the copies have their ids only now.
        Identity.objects.bulk_create(identities, batch_size=_BATCH)
        refs = dict(
            Actor.objects.filter(network=self.network, pk__in=named).values_list("ref", "pk")
        )
        insert_rows(
            self._claim(tie, named[refs[tie.source]], named[refs[tie.target]])
            for tie in self.plan.omitted
            if tie.source in refs and tie.target in refs
        )

    def _actors_by_row(self) -> Iterable[tuple[str, Actor]]:
        return ((ref, self._actor_of[self.plan.places[ref]]) for ref in self._mention_of)

    def correct(self, changes: Iterable[PlannedChange]) -> int:
        """Give known actors the facts that the file says otherwise; ties changed with their reading."""
        towns = self._areas()
        count = 0
        for change in changes:
            count += 1
            actor = self._actor_of.get(change.subject)
            if actor is not None:
                self._correct(actor, change, towns)
        return count

    def _correct(self, actor: Actor, change: PlannedChange, towns: Mapping[str, Area]) -> None:
        if change.field == "name":
            self._rename(actor, change.after)
        elif change.field == "municipality":
            self.record.set(actor, municipality=towns[change.after])
        elif change.field == "parent":
            self._move(actor)
        elif change.field in Contact.Kind.values:
            self._correct_contact(actor, change)
        else:
            self.record.set(actor, **{change.field: change.after})

    def _rename(self, actor: Actor, name: str) -> None:
        for old in actor.names.filter(language="fi", kind=Name.Kind.OFFICIAL):
            self.record.set(old, kind=Name.Kind.FORMER)
        known = actor.names.filter(language="fi", text=name).first()
        if known is None:
            self.record.add(Name(actor=actor, text=name))
        else:
            self.record.set(known, kind=Name.Kind.OFFICIAL)
        self.record.set(actor, label_fi=name)

    def _move(self, actor: Actor) -> None:
        refs = [ref for ref, node in self.plan.places.items() if node == f"actor:{actor.ref}"]
        node = next(self.plan.parents[ref] for ref in refs if ref in self.plan.parents)
        current = list(actor.belongings.filter(valid_to=None))
        start: date | None = None
        for belonging in current:
            self.record.set(belonging, valid_to=self.at.date())
            start = self.at.date()
        self.record.add(Belonging(actor=actor, to=self._actor_of[node], valid_from=start))

    def _correct_contact(self, actor: Actor, change: PlannedChange) -> None:
        held = {one.value: one for one in actor.contacts.filter(kind=change.field)}
        values = [value for value in change.after.split("; ") if value not in held]
        replaced = held.get(change.before)
        for value in values:
            if replaced is not None:
                self.record.set(replaced, value=value, confirmed_on=self.at.date())
                replaced = None
            else:
                self._add_contact(actor, change.field, value)

    def _add_contact(self, actor: Actor, kind: str, value: str) -> None:
        self.record.add(Contact(actor=actor, kind=kind, value=value, confirmed_on=self.at.date()))

    def fill_gaps(self) -> None:
        """Give an actor that a row was said to mean the name and contacts that it lacks; nothing is replaced."""
        rows = {row.ref: row for row in self.plan.actors}
        for double in self.plan.doubles:
            if double.answer != "same" or double.row.ref not in rows:
                continue
            row = rows[double.row.ref]
            actor = self._actor_of[self.plan.places[row.ref]]
            if not actor.names.filter(text=row.label).exists():
                self.record.add(Name(actor=actor, text=row.label, kind=Name.Kind.ALIAS))
            held = list(actor.contacts.values_list("kind", "value"))
            for kind, value in contacts_of(row):
                if not any(kind == one and same_contact(kind, value, had) for one, had in held):
                    self._add_contact(actor, kind, value)
            if row.sector and not actor.sector:
                self.record.set(actor, sector=row.sector)


def _names(row: ActorRow, actor: Actor) -> Iterable[Name]:
    yield Name(actor=actor, text=row.label)
    for other in dict.fromkeys(row.other_names):
        if other != row.label:
            yield Name(actor=actor, text=other, kind=Name.Kind.ALIAS)
