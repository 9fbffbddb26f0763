"""The only place for the addresses of the mapping slice."""

from __future__ import annotations

from django.urls import URLPattern, path

from solmu.mapping.views import (
    actors,
    confirming,
    coverage,
    grid,
    identities,
    panels,
    pictures,
    positions,
    services,
    tables,
    ties,
)
from solmu.mapping.views import map as area

# The map: drawn, told of, moved and taken along.
map_urls: list[URLPattern] = [
    path("networks/<slug:slug>/map/", area.area_map, name="map"),
    path("networks/<slug:slug>/map/data/", area.map_data, name="map_data"),
    path("networks/<slug:slug>/map/positions/", positions.pin, name="pin_actor"),
    path("networks/<slug:slug>/map/arrange/", positions.arrange, name="arrange_map"),
    path("networks/<slug:slug>/map.svg", pictures.picture, name="map_picture"),
    path("networks/<slug:slug>/actors/<slug:ref>/panel/", panels.actor_panel, name="actor_panel"),
    path(
        "networks/<slug:slug>/ties/<slug:source>/<slug:target>/panel/",
        panels.tie_panel,
        name="tie_panel",
    ),
]

# The tables, the forms and the grid.
_ACTOR = "networks/<slug:slug>/actors/<slug:ref>"
_TIE = "networks/<slug:slug>/ties/<slug:source>/<slug:target>"
table_urls: list[URLPattern] = [
    path("networks/<slug:slug>/actors/", tables.actors, name="actors"),
    path("networks/<slug:slug>/actors/new/", actors.add, name="add_actor"),
    path("networks/<slug:slug>/actors/doubles/", actors.doubles, name="possible_doubles"),
    path(f"{_ACTOR}/", panels.actor_card, name="actor_card"),
    path(f"{_ACTOR}/ask/", confirming.ask, name="ask_contacts"),
    path("confirm/<str:token>/", confirming.confirm, name="confirm_contacts"),
    path(f"{_ACTOR}/edit/", actors.edit, name="edit_actor"),
    path(f"{_ACTOR}/remove/", actors.remove, name="remove_actor"),
    path(f"{_ACTOR}/contacts-correct/", actors.contacts_correct, name="contacts_correct"),
    path(f"{_ACTOR}/homes/<int:pk>/end/", actors.end_home, name="end_home"),
    path(f"{_ACTOR}/merge/", identities.merge, name="merge_actor"),
    path(f"{_ACTOR}/split/", identities.split, name="split_actor"),
    path("networks/<slug:slug>/ties/", tables.ties, name="ties"),
    path("networks/<slug:slug>/ties/new/", ties.add, name="add_tie"),
    path(f"{_TIE}/edit/", ties.edit, name="edit_tie"),
    path(f"{_TIE}/remove/", ties.remove, name="remove_tie"),
    path(f"{_TIE}/still-correct/", ties.still_correct, name="still_correct"),
    path("networks/<slug:slug>/grid/", grid.grid, name="grid"),
    path("networks/<slug:slug>/grid/squares/", grid.squares, name="grid_squares"),
    path("networks/<slug:slug>/grid/point/", grid.point, name="point_tie"),
    path("networks/<slug:slug>/grid/asked/", grid.asked, name="mark_asked"),
    path("networks/<slug:slug>/grid/undo/", grid.undo, name="undo_press"),
    path("networks/<slug:slug>/grid/<slug:ref>/", grid.one_by_one, name="one_by_one"),
]

# What is offered: services, who covers what, and times on the spot.
_COVERAGE = "networks/<slug:slug>/coverage/"
service_urls: list[URLPattern] = [
    path("networks/<slug:slug>/services/", services.services, name="services"),
    path("networks/<slug:slug>/services/new/", services.add, name="add_service"),
    path("networks/<slug:slug>/services/sort/", services.sort, name="sort_services"),
    path("networks/<slug:slug>/services/<slug:ref>/edit/", services.edit, name="edit_service"),
    path(
        "networks/<slug:slug>/services/<slug:ref>/remove/", services.remove, name="remove_service"
    ),
    path(f"{_ACTOR}/presence/", services.presence, name="actor_presence"),
    path(_COVERAGE, coverage.coverage, name="coverage"),
    path(f"{_COVERAGE}need/", coverage.need, name="need"),
    path(
        f"{_COVERAGE}<int:place>/<slug:goal_area>/<slug:kind>/",
        coverage.coverage_cell,
        name="coverage_cell",
    ),
]

urlpatterns = [*map_urls, *table_urls, *service_urls]
