"""Addresses of the registry slice."""

from __future__ import annotations

from django.urls import path

from solmu.registry.views import changing, directory, exporting, reviewing, starting

_NETWORK = "networks/<slug:slug>/"
_IMPORT = f"{_NETWORK}import/"

urlpatterns = [
    path(_IMPORT, starting.import_file, name="import_file"),
    path(f"{_IMPORT}names/", starting.paste_names, name="paste_names"),
    path(f"{_IMPORT}usual/", starting.usual_actors, name="usual_actors"),
    path(f"{_IMPORT}template.xlsx", starting.import_template, name="import_template"),
    path(f"{_IMPORT}<str:ref>/", reviewing.import_review, name="import_review"),
    path(f"{_IMPORT}<str:ref>/answer/", reviewing.answer_import, name="answer_import"),
    path(f"{_NETWORK}directory/", directory.directory, name="directory"),
    path(f"{_IMPORT}<str:ref>/columns/", reviewing.import_columns, name="import_columns"),
    path(f"{_NETWORK}export/", exporting.export_network, name="export_network"),
    path(f"{_NETWORK}changes/", changing.changes, name="changes"),
    path(f"{_NETWORK}changes/<int:pk>/undo/", changing.undo_act, name="undo_act"),
]
