"""The only place for what is kept of a person who signs in, where they are signed in, and of who was erased."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from django.contrib.auth.models import AbstractBaseUser
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from solmu.people.rules import initials_of, tidy_email


class PersonQuerySet(models.QuerySet["Person"]):
    def create_user(self, email: str, **fields: Any) -> Person:
        """Make a person; the name is the one that Django's sign-in machinery calls."""
        return self.create(email=tidy_email(email), **fields)

    def get_by_natural_key(self, email: str) -> Person:
        return self.get(email=tidy_email(email))

    def active(self) -> Self:
        return self.filter(is_active=True)


class Person(AbstractBaseUser):
    """Somebody who signs in with a code sent to their e-mail; there are no passwords to keep."""

    class Language(models.TextChoices):
        FINNISH = "fi", "Suomi"
        SWEDISH = "sv", "Svenska"
        ENGLISH = "en", "English"

    class Theme(models.TextChoices):
        SYSTEM = "system", _("As on my device")
        LIGHT = "light", _("Light")
        DARK = "dark", _("Dark")
        CONTRAST = "contrast", _("High contrast")

    password = None  # type: ignore[assignment]
    last_login = None

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120, blank=True)
    language = models.CharField(max_length=2, choices=Language.choices, default=Language.FINNISH)
    theme = models.CharField(max_length=8, choices=Theme.choices, default=Theme.SYSTEM)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = PersonQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(email=Lower("email")), name="person_email_in_small_letters"
            ),
        )

    def __str__(self) -> str:
        return self.name or self.email

    @property
    def initials(self) -> str:
        return initials_of(self.name, self.email)

    def has_usable_password(self) -> bool:
        return False

    def check_password(self, raw_password: str | None) -> bool:
        del raw_password
        return False


class SignedIn(models.Model):
    """A browser that a person is signed in with; its address is not kept."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="signed_in")
    session_key = models.CharField(max_length=40, unique=True)
    browser = models.CharField(max_length=60, blank=True)
    started_at = models.DateTimeField()
    last_used_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.browser


class Erased(models.Model):
    """One line of the erasure journal: a number that is nobody's any more, and when; never altered.

    A restored copy may be older than an erasure: by this line it is done again.
    """

    person_id = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "erased"
        constraints = (models.UniqueConstraint(fields=("person_id", "at"), name="erased_once"),)

    def __str__(self) -> str:
        return f"{self.person_id} {self.at:%Y-%m-%d}"
