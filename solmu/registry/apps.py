"""The registry slice as a Django application."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from solmu.networks.slots import NETWORK_MENU, MenuEntry
from solmu.people.slots import ERASURES, HOLDINGS, Erasure, Holding


class RegistryConfig(AppConfig):
    """Names the slice, hangs its pages into the menu and offers its long work."""

    name = "solmu.registry"
    label = "registry"

    def ready(self) -> None:
        """Take part in the frame and in the queue."""
        from solmu.ledger.slots import AFTER_ACT
        from solmu.registry.actions.erasing import erase_from_registry, fates_in_registry
        from solmu.registry.actions.indexing import follow_act, follow_import
        from solmu.registry.jobs import offer
        from solmu.registry.slots import AFTER_IMPORT

        offer()
        AFTER_ACT.append(follow_act)
        AFTER_IMPORT.append(follow_import)
        _hold()
        ERASURES.append(Erasure(fates=fates_in_registry, erase=erase_from_registry))
        NETWORK_MENU.append(
            MenuEntry(_("Import actors to the map"), "import_file", order=2, role="member")
        )
        NETWORK_MENU.append(MenuEntry(_("Export to a file"), "export_network", order=4))
        NETWORK_MENU.append(MenuEntry(_("Changes"), "changes", order=6))


def _hold() -> None:
    """Name what the registry holds of a person, and what the ledger below it holds of their acts."""
    from solmu.ledger.models import Act
    from solmu.registry.forms.deeds import details, told
    from solmu.registry.models import Claim, Contact, Perspective, Seat, content_label
    from solmu.registry.queries.leaving import own_contacts

    HOLDINGS.append(
        Holding(
            Contact,
            _("Your contacts"),
            lambda person: own_contacts(person).select_related("actor"),
            {
                "actor": _("Actor"),
                "kind": _("What"),
                "value": _("Contact"),
                "visibility": _("Who sees this?"),
                "confirmed_on": _("Confirmed"),
            },
        )
    )
    HOLDINGS.append(
        Holding(
            Seat,
            _("Whom you represent"),
            lambda person: Seat.objects.filter(membership__person=person).select_related("actor"),
            {
                "membership": _("Network"),
                "actor": _("Actor"),
                "role": _("Role"),
                "valid_from": _("Since"),
                "valid_to": _("Until"),
            },
            told={"membership": lambda seat: seat.membership.network.name},
        )
    )
    HOLDINGS.append(
        Holding(
            Perspective,
            _("Readings you have brought"),
            lambda person: Perspective.objects.filter(author=person).select_related("network"),
            {
                "network": _("Network"),
                "kind": _("What"),
                "title": _("Name"),
                "created_at": _("Since"),
                "withdrawn_at": _("Until"),
            },
        )
    )
    HOLDINGS.append(
        Holding(
            Claim,
            _("Ties you have described"),
            lambda person: Claim.objects.filter(
                perspective__author=person, perspective__kind=Perspective.Kind.MEMBER
            ).select_related("source", "target"),
            {
                "source": _("From"),
                "target": _("To"),
                "direction": _("Which way"),
                "contents": _("What passes?"),
                "frequency": _("How often?"),
                "means": _("By which means?"),
                "note": _("Note"),
                "status": _("Does it exist?"),
                "updated_at": _("Changed"),
            },
            told={"contents": lambda claim: ", ".join(map(content_label, claim.contents))},
        )
    )
    HOLDINGS.append(
        Holding(
            Act,
            _("Changes you have made"),
            lambda person: Act.objects.filter(person_id=person.pk),
            {
                "at": _("When"),
                "verb": _("What"),
                "summary": _("About"),
                "undone_at": _("Undone"),
            },
            told={
                "verb": lambda act: told(act.verb, act.summary),
                "summary": lambda act: details(act.verb, act.summary) or "–",
            },
        )
    )
