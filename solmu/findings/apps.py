"""The findings slice as a Django application; it hangs a network's home into the menu."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class FindingsConfig(AppConfig):
    """Names the slice, and gives the network's menu its first entry."""

    name = "solmu.findings"
    label = "findings"

    def ready(self) -> None:
        """Put the home first in the menu."""
        from solmu.analysis.slots import REPORTS
        from solmu.findings.jobs import offer
        from solmu.findings.queries.answers import words_of_answers
        from solmu.findings.queries.diversity import answers_of
        from solmu.findings.queries.reports.files import write_report
        from solmu.networks.slots import NAVIGATION, MenuEntry
        from solmu.registry.slots import DEEDS, NETWORK, TEXTS, Deed, Texts

        offer()
        REPORTS.update(dict.fromkeys(("pdf", "html", "xlsx"), write_report))
        TEXTS.append(Texts(answers_of, ("words",)))
        TEXTS.append(Texts(words_of_answers, ("reason",)))

        NAVIGATION.append(
            MenuEntry(_("Home"), "network", order=0, covers=("reading", "diversity", "report"))
        )
        DEEDS["diversity.answer"] = Deed(
            lambda: gettext("A question of diversity was answered"), NETWORK, "message-circle"
        )
        DEEDS["finding.answer"] = Deed(
            lambda: gettext("A finding was answered"), NETWORK, "message-circle"
        )
        DEEDS["finding.reopen"] = Deed(lambda: gettext("A finding was opened again"), NETWORK)
        _lead_to_actions()
        _hold()


def _lead_to_actions() -> None:
    """Let actions be agreed from findings and from kinds of diversity."""
    from solmu.agreements.slots import ORIGINS, OriginKind
    from solmu.findings.access import told_diversity, told_findings
    from solmu.findings.actions import answer_by_action

    ORIGINS["finding"] = OriginKind(_("A finding"), told_findings, answer_by_action)
    ORIGINS["diversity"] = OriginKind(_("Kinds of diversity"), told_diversity)


def _hold() -> None:
    """Name what is held of a person's answers."""
    from solmu.findings.models import FindingAnswer
    from solmu.findings.queries.answers import answers_by
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
