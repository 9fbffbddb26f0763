"""Template tags and components: icons, shapes, assets, fields."""

from __future__ import annotations

import pytest
from django import forms
from django.core.exceptions import ImproperlyConfigured
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

from solmu.shell.templatetags import assets


def render(source: str, **context: object) -> str:
    return Template("{% load solmu %}" + source).render(Context(context))


def test_an_icon_is_drawn_and_says_nothing_to_a_screen_reader() -> None:
    html = render('{% icon "undo-2" "small" %}')
    assert html.startswith('<svg class="icon small" viewBox="0 0 24 24"')
    assert 'aria-hidden="true"' in html
    assert "<path" in html


def test_an_unknown_icon_is_named() -> None:
    with pytest.raises(ImproperlyConfigured, match="no-such-icon"):
        render('{% icon "no-such-icon" %}')


@pytest.mark.parametrize(
    ("sector", "drawn"),
    [
        ("ohjaamo", "<circle"), ("education", "<rect"), ("employment", "<polygon"), ("wellbeing", "<circle"),
        ("youth", "<polygon"), ("associations", "<polygon"), ("business", "<polygon"),
    ],
)  # fmt: skip
def test_each_sector_has_its_shape_and_colour(sector: str, drawn: str) -> None:
    html = render("{% shape sector %}", sector=sector)
    assert f'class="shape sector-{sector}"' in html
    assert drawn in html


@pytest.mark.parametrize("sector", ["", None])
def test_an_unknown_sector_is_a_grey_circle(sector: str | None) -> None:
    html = render("{% shape sector %}", sector=sector)
    assert 'class="shape sector-unknown"' in html
    assert "<circle" in html


def test_what_people_write_never_becomes_markup() -> None:
    assert "<script>" not in render("{% shape sector %}", sector='"><script>')


def test_assets_carry_the_nonce_of_the_page(rf: RequestFactory) -> None:
    request = rf.get("/")
    request.csp_nonce = "n0nce"  # type: ignore[attr-defined]
    html = render("{% vite_style %}{% vite_script %}", request=request)
    entry = assets.entry("solmu/web/main.ts")
    assert f'<link rel="stylesheet" href="{entry.styles[0]}" nonce="n0nce">' in html
    assert f'<script type="module" src="{entry.script}" nonce="n0nce"></script>' in html
    assert entry.script.startswith("/static/dist/assets/main-")


def test_an_entry_that_is_not_built_is_named() -> None:
    with pytest.raises(ImproperlyConfigured, match="solmu/mapping/islands/nothing.ts"):
        assets.entry("solmu/mapping/islands/nothing.ts")


class Card(forms.Form):
    """A form with every kind of field that the components draw."""

    name = forms.CharField(help_text="As people say it")
    note = forms.CharField(required=False, widget=forms.Textarea)
    kind = forms.ChoiceField(choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect)
    agreed = forms.BooleanField(label="I agree")
    hidden = forms.CharField(widget=forms.HiddenInput, initial="h")


def test_a_field_ties_label_hint_and_control_together() -> None:
    html = str(Card()["name"].as_field_group())
    assert '<label for="id_name">Name' in html
    assert 'id="id_name_helptext">As people say it' in html
    assert 'aria-describedby="id_name_helptext"' in html
    assert "field-optional" not in html


def test_what_need_not_be_filled_says_so() -> None:
    with translation.override("fi"):
        assert "(ei pakollinen)" in str(Card()["note"].as_field_group())


def test_a_fault_stands_at_its_field_and_is_tied_to_it() -> None:
    html = str(Card({"hidden": "h"})["name"].as_field_group())
    assert '<div class="field invalid">' in html
    assert '<ul class="field-error" id="id_name_error">' in html
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'aria-invalid="true"' in html


def test_choices_stand_in_a_fieldset_under_their_question() -> None:
    html = str(Card()["kind"].as_field_group())
    assert html.strip().startswith('<fieldset class="field"')
    assert "<legend>Kind</legend>" in html
    assert html.count('type="radio"') == 2


def test_a_single_box_has_its_words_after_it() -> None:
    html = str(Card()["agreed"].as_field_group())
    assert '<label class="check"><input type="checkbox"' in html
    assert "I agree" in html


def test_a_whole_form_draws_every_field_once() -> None:
    html = str(Card())
    assert html.count('name="hidden"') == 1
    assert html.count('class="field"') == 4


def test_faults_are_listed_over_the_form_with_ways_to_their_fields() -> None:
    form = Card({"hidden": "h"})
    html = render('{% include "shell/components/errors.html" %}', form=form)
    assert 'role="alert"' in html
    assert '<a href="#id_name">Name</a>' in html
    assert render('{% include "shell/components/errors.html" %}', form=Card()).strip() == ""
