"""The only place for the addresses of agreed actions."""

from __future__ import annotations

from django.urls import path

from solmu.agreements.views import changing, reading

_ALL = "networks/<slug:slug>/agreements/"
_ONE = f"{_ALL}<slug:ref>/"

urlpatterns = [
    path(_ALL, reading.agreements, name="agreements"),
    path(f"{_ALL}new/", changing.add, name="agree"),
    path(f"{_ALL}file.<slug:ending>", reading.agreements_file, name="agreements_file"),
    path(_ONE, reading.agreement, name="agreement"),
    path(f"{_ONE}edit/", changing.edit, name="edit_agreement"),
    path(f"{_ONE}done/", changing.done, name="agreement_done"),
    path(f"{_ONE}let-go/", changing.let_go, name="let_agreement_go"),
    path(f"{_ONE}reopen/", changing.reopen, name="reopen_agreement"),
    path(f"{_ONE}follow-up/", changing.follow, name="follow_agreement"),
    path(f"{_ONE}remove/", changing.remove, name="remove_agreement"),
]
