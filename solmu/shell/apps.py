"""The only place that tells Django of the shell, and what of it runs by itself."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from solmu.jobs.slots import PURGES, Purge
from solmu.people.slots import ERASURES, Erasure


class ShellConfig(AppConfig):
    name = "solmu.shell"
    label = "shell"

    def ready(self) -> None:
        from solmu.shell.actions import forget_address
        from solmu.shell.queries import long_answered

        PURGES["shell.Feedback"] = Purge(_("Feedback answered over a year ago"), long_answered)
        ERASURES.append(Erasure(fates=lambda person: (), erase=forget_address))
