"""The findings slice as a Django application; it hangs a network's home into the menu."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FindingsConfig(AppConfig):
    """Names the slice, and gives the network's menu its first entry."""

    name = "solmu.findings"
    label = "findings"

    def ready(self) -> None:
        """Put the home first in the menu, and join the lists of lower slices."""
        from solmu.analysis.slots import REPORTS
        from solmu.findings.forms.deeds import OWN_COLUMNS, OWN_DEEDS
        from solmu.findings.jobs import offer
        from solmu.findings.queries import dead_ends
        from solmu.findings.queries.answers import words_of_answers
        from solmu.findings.queries.diversity import answers_of
        from solmu.findings.queries.reports.files import write_report
        from solmu.networks.slots import HOME_WAITING, NAVIGATION, MenuEntry
        from solmu.registry.slots import COLUMNS, DEEDS, TEXTS, Texts

        offer()
        REPORTS.update(dict.fromkeys(("pdf", "html", "xlsx"), write_report))
        TEXTS.extend(
            [
                Texts(answers_of, ("words",)),
                Texts(words_of_answers, ("reason",)),
                Texts(dead_ends.reported_in, ("note", "answer")),
            ]
        )
        HOME_WAITING.append(dead_ends.waiting_for)
        NAVIGATION.append(
            MenuEntry(_("Home"), "network", order=0, covers=("reading", "diversity", "report"))
        )
        DEEDS.update(OWN_DEEDS)
        COLUMNS.update(OWN_COLUMNS)
        _lead_to_actions()
        _hold()


def _lead_to_actions() -> None:
    """Let actions be agreed from findings, kinds of diversity and dead ends."""
    from solmu.agreements.slots import ORIGINS, OriginKind
    from solmu.findings.access import told_dead_ends, told_diversity, told_findings
    from solmu.findings.actions import answer_by_action, take_up_dead_end

    ORIGINS["finding"] = OriginKind(_("A finding"), told_findings, answer_by_action)
    ORIGINS["dead_end"] = OriginKind(_("A dead end"), told_dead_ends, take_up_dead_end)
    ORIGINS["diversity"] = OriginKind(_("Kinds of diversity"), told_diversity)


def _hold() -> None:
    """Name what is held of a person's answers and reports."""
    from solmu.findings.models import DeadEnd, FindingAnswer
    from solmu.findings.queries.answers import answers_by
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
