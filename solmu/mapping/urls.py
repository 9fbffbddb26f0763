"""The only place for the addresses of the mapping slice."""

from __future__ import annotations

from django.urls import URLPattern, path

from solmu.mapping.views import map as area
from solmu.mapping.views import panels, pictures, positions

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
table_urls: list[URLPattern] = []

urlpatterns = [*map_urls, *table_urls]
