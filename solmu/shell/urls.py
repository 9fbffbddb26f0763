"""The only place for the shell's addresses."""

from __future__ import annotations

from django.urls import path

from solmu.shell import views

urlpatterns = [
    path("", views.front, name="front"),
    path("about/", views.about, name="about"),
    path("guide/", views.guide, name="guide"),
    path("guide/methods/<slug:code>/", views.method, name="method_page"),
    path("guide/<slug:page>/", views.guide, name="guide_page"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("accessibility/received/", views.feedback_received, name="feedback_received"),
    path("language/", views.language, name="language"),
    path("theme/", views.theme, name="theme"),
    path("health/live", views.live, name="health_live"),
    path("health/ready", views.ready, name="health_ready"),
    path("robots.txt", views.robots, name="robots"),
]
