"""The only place that moves a file from upload through its review to the map, or away."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import PurePath
from typing import Any

from django.db import transaction

from solmu.formats import read_file
from solmu.formats.dataset import Dataset, UnreadableFile
from solmu.formats.keeping import may_be_kept
from solmu.jobs.actions import ask_for
from solmu.ledger.models import Act
from solmu.networks.models import Network
from solmu.people.models import Person
from solmu.registry.actions.applying import bring_in
from solmu.registry.models import Perspective, Upload
from solmu.registry.queries import standing_perspectives
from solmu.registry.queries.imports import earlier_readings, facts_of
from solmu.registry.rules.answers import Answers, surviving, with_founded_same
from solmu.registry.rules.planning import understand
from solmu.registry.rules.showing import shown
from solmu.registry.rules.stored import (
    Told,
    columns_to_json,
    from_json,
    to_json,
    told_of,
    told_to_json,
)

READ, APPLY = "registry.read", "registry.apply"
State = Upload.State


class NotWaiting(Exception):
    """The upload has been applied or dropped already, or was never understood."""


def receive(
    network: Network, *, file_name: str, content: bytes, by: Person, at: datetime
) -> Upload:
    """Take a file in; reading it is asked of the queue. The caller has capped its size."""
    with transaction.atomic():
        upload = Upload.objects.create(
            network=network,
            person=by,
            file_name=_shortened(file_name),
            content=content,
            created_at=at,
        )
        job = ask_for(READ, {"upload": upload.ref}, network_id=network.pk, person_id=by.pk, at=at)
        upload.job_ref = job.ref
        upload.save(update_fields=["job_ref"])
    return upload


def receive_dataset(
    network: Network,
    dataset: Dataset,
    *,
    title: str,
    seen: Collection[str],
    by: Person,
    at: datetime,
) -> Upload:
    """Take in what was pasted or chosen here: there is no file to read, so it is understood at once."""
    upload = Upload(network=network, person=by, file_name=_shortened(title), created_at=at)
    _keep_understood(upload, dataset, seen=seen)
    upload.save(force_insert=True)
    return upload


def read_upload(
    upload: Upload,
    *,
    seen: Collection[str],
    told: Sequence[Mapping[str, Any]] | None = None,
    before_commit: Callable[[], object] = lambda: None,
) -> None:
    """Read the file and keep what was understood, or why it was refused.

    With what somebody ``told`` of its columns it is read again. Its bytes stay for that while its review lasts,
    but go at once when it has no columns or holds an identity code. ``before_commit`` may still break off.
    """
    states = (State.WAITING,) if told is None else (State.READ, State.REFUSED)
    if upload.state not in states or upload.content is None:
        return
    try:
        read = read_file(bytes(upload.content), upload.file_name, told_of(told or ()))
    except UnreadableFile as refusal:
        columns, dataset = refusal.columns, None
        problem = to_json(Dataset(actors=(), problems=(refusal.problem,)))["problems"][0]
    else:
        columns, dataset, problem = read.columns, read, None
    with transaction.atomic():
        upload = Upload.objects.select_for_update(of=("self",)).get(pk=upload.pk)
        if upload.state not in states:
            return
        if dataset is None:
            known = columns_to_json(columns) or _columns_known(upload)
            upload.state, upload.plan = State.REFUSED, {"refusal": problem, "columns": known}
        else:
            _keep_understood(upload, dataset, seen=seen)
        if told is None and not (columns and may_be_kept(bytes(upload.content or b""), dataset)):
            upload.content = None
        upload.save()
        before_commit()


def ask_to_read_again(upload: Upload, told: Told, *, by: Person, at: datetime) -> None:
    """Ask the queue to read the file once more, now that somebody has told what its columns mean."""
    if upload.content is None or upload.state not in (State.READ, State.REFUSED):
        raise NotWaiting
    payload = {"upload": upload.ref, "told": told_to_json(told)}
    job = ask_for(READ, payload, network_id=upload.network_id, person_id=by.pk, at=at)
    upload.job_ref = job.ref
    upload.save(update_fields=["job_ref"])


def _columns_known(upload: Upload) -> list[dict[str, Any]]:
    stored: list[dict[str, Any]] = upload.plan.get("dataset", upload.plan).get("columns", [])
    return stored


def _keep_understood(upload: Upload, dataset: Dataset, *, seen: Collection[str]) -> None:
    title = dataset.title or PurePath(upload.file_name).stem
    upload.answers = {"title": title[:160], **upload.answers}
    if "replaces" not in upload.answers:
        before = earlier_readings(upload.network, upload.person)
        same = next((one.ref for one in before if one.title == upload.answers["title"]), "")
        upload.answers["replaces"] = same
    facts = facts_of(upload.network, seen=seen, earlier=replaced_by(upload))
    what = shown(understand(dataset, facts), dataset, facts)
    if "shown" in upload.plan:
        answers = surviving(Answers.of(upload.answers), upload.plan["shown"], what)
        upload.answers |= answers.stored()
    upload.plan = {"dataset": to_json(dataset), "shown": what}
    upload.state = State.READ


def replaced_by(upload: Upload) -> Perspective | None:
    """Return the earlier reading that ``upload`` updates, while it stands."""
    ref = upload.answers.get("replaces", "")
    return standing_perspectives(upload.network).filter(ref=ref).first() if ref else None


def answer(upload: Upload, answers: Answers, **also: str) -> None:
    """Keep what a person answered; ``also`` may name the reading (``title``)."""
    if upload.state != State.READ:
        raise NotWaiting
    upload.answers = {**upload.answers, **answers.stored(), **also}
    upload.save(update_fields=["answers"])


def answer_founded(upload: Upload) -> None:
    """Answer "same" to all well-founded doubles that wait; which ones is kept, to be taken back."""
    before = Answers.of(upload.answers)
    after = with_founded_same(before, upload.plan["shown"])
    changed = [key for key in after.doubles if after.doubles[key] != before.doubles.get(key)]
    answer(upload, after)
    upload.answers["at_once"] = changed
    upload.save(update_fields=["answers"])


def take_founded_back(upload: Upload) -> None:
    """Let the doubles that were answered at once wait again; what was answered since stays."""
    before = Answers.of(upload.answers)
    taken = set(upload.answers.get("at_once", ()))
    kept = {
        key: said for key, said in before.doubles.items() if not (key in taken and said == "same")
    }
    answer(upload, replace(before, doubles=kept))
    upload.answers["at_once"] = []
    upload.save(update_fields=["answers"])


def update_instead(upload: Upload, earlier: Perspective | None, *, seen: Collection[str]) -> None:
    """Compare the file anew: with the reading that it updates, or as one of its own."""
    if upload.state != State.READ:
        raise NotWaiting
    upload.answers["replaces"] = earlier.ref if earlier else ""
    if earlier is not None:
        upload.answers["title"] = earlier.title
    _keep_understood(upload, from_json(upload.plan["dataset"]), seen=seen)
    upload.save()


def ask_to_apply(upload: Upload, *, by: Person, at: datetime) -> None:
    """Ask the queue to bring the reviewed file to the map."""
    if upload.state != State.READ:
        raise NotWaiting
    job = ask_for(
        APPLY,
        {"upload": upload.ref},
        network_id=upload.network_id,
        person_id=by.pk,
        at=at,
    )
    upload.job_ref = job.ref
    upload.save(update_fields=["job_ref"])


def apply_upload(
    upload: Upload,
    *,
    seen: Collection[str],
    by: Person,
    at: datetime,
    before_commit: Callable[[], object] = lambda: None,
) -> Act | None:
    """Bring the reviewed file to the map, whole or not at all; a second time it does nothing.

    ``before_commit`` is called when everything is written; it may still break off.
    """
    with transaction.atomic():
        upload = Upload.objects.select_for_update().select_related("network").get(pk=upload.pk)
        if upload.state == State.APPLIED:
            return None
        if upload.state != State.READ:
            raise NotWaiting
        answers = Answers.of(upload.answers)
        replaced = replaced_by(upload)
        facts = facts_of(upload.network, seen=seen, earlier=replaced)
        plan = understand(from_json(upload.plan["dataset"]), facts, answers)
        act = bring_in(
            upload.network,
            plan,
            title=upload.answers["title"],
            replaces=replaced,
            without=answers.without,
            drops_omitted=answers.drops_omitted,
            upload_ref=upload.ref,
            by=by,
            at=at,
        )
        upload.perspective = Perspective.objects.get(ref=act.summary["perspective"])
        upload.state, upload.plan, upload.content = State.APPLIED, {}, None
        upload.save()
        before_commit()
    return act


def drop_upload(upload: Upload) -> None:
    """Throw a reviewed file away; nothing of it was on the map."""
    Upload.objects.filter(pk=upload.pk).exclude(state=State.APPLIED).update(
        state=State.DROPPED, content=None, plan={}, answers={}
    )


def _shortened(name: str) -> str:
    path = PurePath(name)
    return name if len(name) <= 160 else f"{path.stem[: 160 - len(path.suffix)]}{path.suffix}"
