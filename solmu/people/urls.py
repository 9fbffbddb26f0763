"""The only place for the addresses of signing in and of one's own profile."""

from __future__ import annotations

from django.urls import path

from solmu.people import views

urlpatterns = [
    path("sign-in/", views.sign_in, name="account_login"),
    path("sign-in/", views.sign_in, name="account_request_login_code"),
    path("sign-in/code/", views.enter_code, name="account_confirm_login_code"),
    path("sign-in/no-account/", views.no_account, name="account_signup"),
    path("sign-out/", views.sign_out, name="account_logout"),
    path("profile/", views.profile, name="profile"),
    path("demo/", views.demo_cast, name="demo_cast"),
    path("demo/sign-in/", views.demo_sign_in, name="demo_sign_in"),
]
