"""Tables of the network card: what was written of each question, what each end says of a tie, chosen aims."""

from __future__ import annotations

import secrets
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from solmu.journey.rules import ENDED_STATES
from solmu.registry.models import Actor


def new_ref() -> str:
    """Return a short public id."""
    return secrets.token_hex(6)


class Question(models.TextChoices):
    """What the card asks (M07)."""

    PURPOSE = "purpose", pgettext_lazy("card", "Purpose")
    AIMS = "aims", pgettext_lazy("card", "Aims")
    TASKS = "tasks", pgettext_lazy("card", "Tasks")
    CHANNELS = "channels", _("Ways and channels")
    DONE = "done", _("What is really done")
    KEPT = "kept", _("How it is kept going")
    DEVELOPED = "developed", _("How it is developed")
    CHANGED = "changed", _("How it is changed")
    LED = "led", _("How it is led")
    GOVERNED = "governed", _("How it is governed")


class Channel(models.TextChoices):
    """The ways and channels that everybody has; others are written as they are."""

    ENCOUNTER = "encounter", _("encounters")
    WORKING_MEETING = "working_meeting", _("working meetings")
    MEETING = "meeting", _("formal meetings")
    LETTER = "letter", _("letters")
    EMAIL = "email", _("e-mails")
    TELEPHONE = "telephone", _("telephone calls")


class Written(models.Model):
    """Words that keep what they replaced: ``former`` is what stood there before, ``later`` what replaced them."""

    written_at = models.DateTimeField()
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    language = models.CharField(max_length=2)
    former = models.OneToOneField("self", null=True, on_delete=models.CASCADE, related_name="later")

    class Meta:
        """Only its heirs have tables."""

        abstract = True


class CardAnswer(Written):
    """One saving of one question of the card."""

    network = models.ForeignKey(
        "networks.Network", on_delete=models.CASCADE, related_name="card_answers"
    )
    question = models.CharField(max_length=12, choices=Question.choices)
    text = models.TextField(max_length=2000, blank=True)
    # Channels by code, and the network's own ones as they are written.
    channels = models.JSONField(default=list)

    class Meta:
        """A question's savings are one chain."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["network", "question"], condition=Q(former=None), name="one_first_answer"
            )
        ]

    def __str__(self) -> str:
        return str(self.get_question_display())

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said."""
        return not self.text and not self.channels


class EndWords(Written):
    """What one end says of its tie to another: what works, and what would make it work better (M07)."""

    network = models.ForeignKey(
        "networks.Network", on_delete=models.CASCADE, related_name="end_words"
    )
    speaker = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="words_said")
    about = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="words_heard")
    works = models.TextField(max_length=2000, blank=True)
    better = models.TextField(max_length=2000, blank=True)
    # The coordinator wrote down what the end said.
    noted = models.BooleanField(default=False)

    class Meta:
        """An end's words of a tie are one chain; nobody tells of a tie to themselves."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["speaker", "about"], condition=Q(former=None), name="one_first_word"
            ),
            models.CheckConstraint(condition=~Q(speaker=F("about")), name="words_not_of_oneself"),
        ]

    def __str__(self) -> str:
        return f"{self.speaker} – {self.about}"


class Possibility(models.TextChoices):
    """What a network may be used for (M05)."""

    GATHER = "gather", _("Gather the actors of the area or the field")
    INTERACT = "interact", _("Further interaction between people")
    COOPERATE = "cooperate", _("Build cooperation that has an aim")
    INFORM = "inform", _("Increase and strengthen the flow of information")
    DEEPEN = "deepen", _("Develop and deepen expertise")
    ACT = "act", _("Arrange joint activity")
    PRODUCE = "produce", _("Produce and develop services")
    OWN = "own", _("Something else")


class Figure(models.TextChoices):
    """Which figure of the map tells of an aim, if any."""

    NONE = "", _("No figure, words only")
    ACTORS = "actors", _("Actors on the map")
    TIES = "ties", _("Ties on the map")
    MUTUAL = "mutual", _("Share of ties that go both ways")
    PARTS = "parts", _("Parts that the map is in")


class Aim(models.Model):
    """A strategic possibility that was chosen, with what is aimed at, who sees to it and when it is looked at."""

    network = models.ForeignKey("networks.Network", on_delete=models.CASCADE, related_name="aims")
    ref = models.CharField(max_length=12, unique=True, default=new_ref)
    possibility = models.CharField(max_length=12, choices=Possibility.choices)
    own_words = models.CharField(max_length=160, blank=True)
    text = models.TextField(max_length=1000)
    language = models.CharField(max_length=2)
    owner = models.ForeignKey(
        Actor, null=True, on_delete=models.SET_NULL, related_name="aims_owned"
    )
    figure = models.CharField(max_length=8, choices=Figure.choices, blank=True)
    # The figure as it was on the day of choosing; a review keeps its own.
    value = models.FloatField(null=True)
    chosen_on = models.DateField()
    review_on = models.DateField()
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        """A review comes after the choosing."""

        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(review_on__gte=F("chosen_on")), name="aim_reviewed_after_choosing"
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """What was chosen: one of the seven, or the network's own words."""
        return self.own_words or str(self.get_possibility_display())

    @property
    def latest(self) -> Review | None:
        """The latest review; reviews are read with the aim."""
        return max(self.reviews.all(), key=lambda one: (one.reviewed_on, one.pk), default=None)

    @property
    def ended(self) -> bool:
        """Whether it was reached or dropped, so that nobody needs to look at it again."""
        latest = self.latest
        return latest is not None and latest.state in ENDED_STATES


class Review(models.Model):
    """How far an aim had got on a day, on what evidence; it stays beside what was aimed at."""

    class State(models.TextChoices):
        """How far it is."""

        NOT_BEGUN = "not_begun", pgettext_lazy("an aim", "Not begun")
        BEGUN = "begun", pgettext_lazy("an aim", "Begun")
        WELL_ON = "well_on", pgettext_lazy("an aim", "Well on the way")
        REACHED = "reached", pgettext_lazy("an aim", "Reached")
        DROPPED = "dropped", pgettext_lazy("an aim", "Dropped")

    aim = models.ForeignKey(Aim, on_delete=models.CASCADE, related_name="reviews")
    reviewed_on = models.DateField()
    state = models.CharField(max_length=10, choices=State.choices)
    evidence = models.TextField(max_length=2000)
    language = models.CharField(max_length=2)
    value = models.FloatField(null=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        """Read from the first to the last."""

        ordering: ClassVar = ["reviewed_on", "pk"]

    def __str__(self) -> str:
        return f"{self.aim_id} {self.state}"
