"""The findings slice as a Django application; it hangs a network's home into the menu, and reads files."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class FindingsConfig(AppConfig):
    """Names the slice, and gives the network's menu its first entry."""

    name = "solmu.findings"
    label = "findings"

    def ready(self) -> None:
        """Put the home first in the menu, and join the lists of lower slices."""
        from solmu.analysis.slots import READINGS, REPORTS
        from solmu.findings.forms.deeds import OWN_COLUMNS, OWN_DEEDS
        from solmu.findings.jobs import offer
        from solmu.findings.queries import capacity, dead_ends
        from solmu.findings.queries.answers import words_of_answers
        from solmu.findings.queries.diversity import answers_of
        from solmu.findings.queries.files import reading_of_file
        from solmu.findings.queries.reports.files import write_report
        from solmu.networks.slots import HOME_WAITING, NAVIGATION, MenuEntry
        from solmu.registry.slots import COLUMNS, DEEDS, TEXTS, Texts

        offer()
        READINGS.append(reading_of_file)
        REPORTS.update(dict.fromkeys(("pdf", "html", "xlsx"), write_report))
        TEXTS.extend(
            [
                Texts(answers_of, ("words",)),
                Texts(words_of_answers, ("reason",)),
                Texts(dead_ends.reported_in, ("note", "answer")),
                Texts(capacity.entries_of, ("words",)),
                Texts(capacity.renewals_in, ("text", "answer")),
            ]
        )
        HOME_WAITING.extend([dead_ends.waiting_for, capacity.waiting_for])
        covered = ("reading", "pitfalls", "success", "diversity", "report", "capacity")
        NAVIGATION.append(MenuEntry(_("Home"), "network", order=0, covers=covered))
        DEEDS.update(OWN_DEEDS)
        COLUMNS.update(OWN_COLUMNS)
        _lead_to_actions()
        _hold()


def _lead_to_actions() -> None:
    """Let actions be agreed from findings, kinds of diversity, dead ends and needs to renew."""
    from solmu.agreements.slots import ORIGINS, OriginKind
    from solmu.findings.access import (
        told_dead_ends,
        told_diversity,
        told_findings,
        told_renewals,
    )
    from solmu.findings.actions import answer_by_action, take_up_dead_end

    ORIGINS["finding"] = OriginKind(_("A finding"), told_findings, answer_by_action)
    ORIGINS["dead_end"] = OriginKind(_("A dead end"), told_dead_ends, take_up_dead_end)
    ORIGINS["renewal"] = OriginKind(_("A need to renew"), told_renewals)
    ORIGINS["diversity"] = OriginKind(_("Kinds of diversity"), told_diversity)


def _hold() -> None:
    """Name what is held of a person's answers, reports and words."""
    from solmu.findings.models import CapacityEntry, DeadEnd, FindingAnswer, Renewal
    from solmu.findings.queries.answers import answers_by
    from solmu.findings.queries.capacity import raised_by, written_by
    from solmu.findings.queries.dead_ends import need_said, reported_by
    from solmu.people.slots import HOLDINGS, Holding

    HOLDINGS.append(
        Holding(
            FindingAnswer,
            _("Your answers to findings"),
            answers_by,
            {
                "network": _("Network"),
                "kind": _("Answer"),
                "reason": _("Reason"),
                "answered_at": _("When"),
            },
        )
    )
    HOLDINGS.append(
        Holding(
            DeadEnd,
            _("Dead ends that you reported"),
            reported_by,
            {
                "network": _("Network"),
                "kind": _("How it broke off"),
                "need": _("Need"),
                "place": _("Municipality"),
                "note": _("Note"),
                "reported_at": _("When"),
            },
            {"need": need_said},
        )
    )
    HOLDINGS.append(
        Holding(
            CapacityEntry,
            _("What you wrote of capacity"),
            written_by,
            {
                "network": _("Network"),
                "assessed_on": pgettext_lazy("capacity", "Day"),
                "aspect": _("Square"),
                "reach": _("Whose"),
                "level": _("Level"),
                "words": _("Words"),
            },
        )
    )
    HOLDINGS.append(
        Holding(
            Renewal,
            _("Needs to renew that you raised"),
            raised_by,
            {
                "network": _("Network"),
                "text": _("What wants renewing"),
                "raised_on": _("Raised"),
            },
        )
    )
