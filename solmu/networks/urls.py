"""The only place for the addresses of networks, their members and invitations."""

from __future__ import annotations

from django.urls import path

from solmu.networks import views

urlpatterns = [
    path("home/", views.home, name="home"),
    path("networks/", views.networks, name="networks"),
    path("networks/new/", views.new_network, name="new_network"),
    path("networks/<slug:slug>/settings/", views.network_settings, name="network_settings"),
    path("networks/<slug:slug>/members/", views.members, name="members"),
    path("networks/<slug:slug>/members/<int:pk>/role/", views.give_role, name="change_role"),
    path("networks/<slug:slug>/members/<int:pk>/remove/", views.remove, name="remove_member"),
    path("networks/<slug:slug>/leave/", views.leave, name="leave_network"),
    path("networks/<slug:slug>/invitations/", views.invitations, name="invitations"),
    path(
        "networks/<slug:slug>/invitations/<int:pk>/revoke/", views.revoke, name="revoke_invitation"
    ),
    path("networks/<slug:slug>/read-tokens/", views.read_tokens, name="read_tokens"),
    path(
        "networks/<slug:slug>/read-tokens/<int:pk>/revoke/",
        views.revoke_token,
        name="revoke_read_token",
    ),
    path("join/<str:token>/", views.join_network, name="join"),
]
