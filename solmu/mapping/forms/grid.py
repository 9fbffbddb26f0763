"""The only place that checks what a press on the grid, or its form, says."""

from __future__ import annotations

from django import forms

WAYS = {"both": (True, True), "out": (True, False), "in": (False, True), "": (False, False)}


class PointForm(forms.Form):
    """Which way the tie of two actors goes; neither way means that there is none."""

    source = forms.SlugField(max_length=12)
    target = forms.SlugField(max_length=12)
    forward = forms.BooleanField(required=False)
    back = forms.BooleanField(required=False)


class AskedForm(forms.Form):
    """Whether an actor's ties have been gone through."""

    actor = forms.SlugField(max_length=12)
    done = forms.BooleanField(required=False)


class UndoForm(forms.Form):
    """Which act is taken back."""

    act = forms.IntegerField(min_value=1)
