"""The only place for the addresses of signing in, of one's own profile and of what is kept of oneself."""

from __future__ import annotations

from django.urls import path

from solmu.people.views import keys, mine, organisations, signing

urlpatterns = [
    path("sign-in/", signing.sign_in, name="account_login"),
    path("sign-in/", signing.sign_in, name="account_request_login_code"),
    path("sign-in/code/", signing.enter_code, name="account_confirm_login_code"),
    path("sign-in/no-account/", signing.no_account, name="account_signup"),
    path("sign-in/again/", signing.sign_in_again, name="sign_in_again"),
    path(
        "sign-in/with/<slug:provider>/",
        organisations.leave_for_organisation,
        name="organisation_sign_in",
    ),
    path(
        "sign-in/with/<slug:provider>/return/",
        organisations.return_from_organisation,
        name="organisation_return",
    ),
    path("sign-out/", signing.sign_out, name="account_logout"),
    path("profile/", signing.profile, name="profile"),
    path("profile/my-data/", mine.show_my_data, name="my_data"),
    path("profile/my-data/file/", mine.download_my_data, name="my_data_file"),
    path("profile/erase/", mine.erase_my_account, name="erase_account"),
    path("profile/sessions/", mine.sessions, name="sessions"),
    path("profile/sessions/others/end/", mine.sign_out_others, name="end_other_sessions"),
    path("profile/sessions/<int:pk>/end/", mine.sign_out_one, name="end_session"),
    path("profile/passkeys/", keys.passkeys, name="passkeys"),
    path("profile/passkeys/options/", keys.new_passkey_options, name="new_passkey_options"),
    path("profile/passkeys/add/", keys.add_one_passkey, name="add_passkey"),
    path("profile/passkeys/<int:pk>/remove/", keys.remove_one_passkey, name="remove_passkey"),
    path(
        "profile/organisation-accounts/",
        organisations.organisation_accounts,
        name="organisation_accounts",
    ),
    path(
        "profile/organisation-accounts/<int:pk>/remove/",
        organisations.remove_one_organisation_account,
        name="remove_organisation_account",
    ),
    path("sign-in/passkey/", keys.passkey_sign_in, name="passkey_sign_in"),
    path("sign-in/passkey/options/", keys.passkey_options, name="passkey_options"),
    path("demo/", signing.demo_cast, name="demo_cast"),
    path("demo/sign-in/", signing.demo_sign_in, name="demo_sign_in"),
]
