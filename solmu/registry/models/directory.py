"""Tables by which the directory finds actors; made of what is said elsewhere, and made anew at any time."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from solmu.registry.models.actors import Actor, Contact


class IndexRow(models.Model):
    """The terms by which one actor is found, of the words that one visibility class may read."""

    network = models.ForeignKey("networks.Network", on_delete=models.CASCADE, related_name="+")
    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+")
    # Who may read the words that the terms come of; filtered by before anything is ranked.
    seen_by = models.CharField(max_length=11, choices=Contact.Visibility.choices)
    # Terms parted by spaces, and their weights in the same order.
    terms = models.TextField()
    weights = models.TextField()
    length = models.PositiveIntegerField()
    # Of the words themselves, so that unchanged ones are not read again.
    digest = models.CharField(max_length=32)

    class Meta:
        """One row an actor and class."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["actor", "seen_by"], name="index_row_once")
        ]

    def __str__(self) -> str:
        return f"{self.actor_id} for {self.seen_by}"


class IndexTerm(models.Model):
    """How many actors a term finds: what is rare tells more, and a misspelt word has a neighbour here."""

    network = models.ForeignKey("networks.Network", on_delete=models.CASCADE, related_name="+")
    seen_by = models.CharField(max_length=11, choices=Contact.Visibility.choices)
    term = models.CharField(max_length=64)
    actors = models.PositiveIntegerField()

    class Meta:
        """Each term once for each class."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["network", "seen_by", "term"], name="index_term_once")
        ]

    def __str__(self) -> str:
        return f"{self.term}: {self.actors}"


class IndexState(models.Model):
    """By which analyser a network's index was built, and whether a whole source came or went since."""

    network = models.OneToOneField("networks.Network", on_delete=models.CASCADE, related_name="+")
    analyser = models.CharField(max_length=60)
    is_stale = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.network_id} by {self.analyser}"
