"""The only place for the addresses of the network card, of what ends say of ties, and of aims."""

from __future__ import annotations

from django.urls import path

from solmu.journey.views import aims, card, copies, relations

_NETWORK = "networks/<slug:slug>/"
_TIE = f"{_NETWORK}relations/<slug:source>/<slug:target>/"

urlpatterns = [
    path(f"{_NETWORK}card/", card.card, name="network_card"),
    path(f"{_NETWORK}card/whole/", copies.card_copy, name="card_copy"),
    path(f"{_NETWORK}card/whole.xlsx", copies.card_file, name="card_file"),
    path(f"{_NETWORK}card/versions/<int:pk>/", card.version, name="card_version"),
    path(f"{_NETWORK}card/<slug:question>/", card.question, name="card_question"),
    path(f"{_NETWORK}relations/", relations.relations, name="relations"),
    path(_TIE, relations.relation, name="relation"),
    path(f"{_TIE}part/", relations.relation_part, name="relation_part"),
    path(f"{_TIE}words/", relations.say, name="say_of_tie"),
    path(f"{_NETWORK}aims/", aims.aims, name="aims"),
    path(f"{_NETWORK}aims/new/", aims.add, name="add_aim"),
    path(f"{_NETWORK}aims/<slug:ref>/edit/", aims.edit, name="edit_aim"),
    path(f"{_NETWORK}aims/<slug:ref>/review/", aims.review, name="review_aim"),
    path(f"{_NETWORK}aims/<slug:ref>/remove/", aims.remove, name="remove_aim"),
]
