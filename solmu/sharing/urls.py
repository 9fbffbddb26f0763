"""The only place for the addresses of shared maps: a coordinator's, and those behind a link."""

from __future__ import annotations

from django.urls import path

from solmu.sharing.views import keeping, opening

_SHARES = "networks/<slug:slug>/shares"
_SHARE = f"{_SHARES}/<int:pk>"
urlpatterns = [
    path(f"{_SHARES}/", keeping.shares, name="shares"),
    path(f"{_SHARES}/new/", keeping.new_share, name="new_share"),
    path(f"{_SHARE}/", keeping.share, name="share"),
    path(f"{_SHARE}/edit/", keeping.edit_share, name="edit_share"),
    path(f"{_SHARE}/texts/", keeping.settle, name="settle_share"),
    path(f"{_SHARE}/link/", keeping.give_link, name="open_share"),
    path(f"{_SHARE}/revoke/", keeping.revoke, name="revoke_share"),
    path(f"{_SHARE}/reopen/", keeping.reopen, name="reopen_share"),
    path(f"{_SHARE}/remove/", keeping.remove, name="remove_share"),
    path("share/<str:token>/", opening.page, name="shared"),
    path("share/<str:token>/embed/", opening.embedded, name="shared_embed"),
    path("share/<str:token>/map.svg", opening.svg, name="shared_svg"),
    path("share/<str:token>/map.png", opening.png, name="shared_png"),
    path("share/<str:token>/map.json", opening.data, name="shared_json"),
]
