"""Every change to what is kept of people: accounts and letters, where one is signed in, ways in, erasing."""

from solmu.people.actions.accounts import (
    LetterNotSent,
    change_profile,
    choose_language,
    make_person,
    seed_cast,
    send_letter,
)
from solmu.people.actions.erasing import (
    StillNeeded,
    blot,
    erase_account,
    erase_again,
    fates_of,
    keep_journal,
    read_journal,
    write_journal,
)
from solmu.people.actions.keys import add_passkey, remove_passkey
from solmu.people.actions.organisations import (
    JoinedElsewhere,
    join_organisation_account,
    note_organisation_sign_in,
    remove_organisation_account,
)
from solmu.people.actions.sessions import (
    begin_session,
    end_session,
    note_sign_in,
    note_use,
    sign_out_elsewhere,
)

__all__ = [
    "JoinedElsewhere",
    "LetterNotSent",
    "StillNeeded",
    "add_passkey",
    "begin_session",
    "blot",
    "change_profile",
    "choose_language",
    "end_session",
    "erase_account",
    "erase_again",
    "fates_of",
    "join_organisation_account",
    "keep_journal",
    "make_person",
    "note_organisation_sign_in",
    "note_sign_in",
    "note_use",
    "read_journal",
    "remove_organisation_account",
    "remove_passkey",
    "seed_cast",
    "send_letter",
    "sign_out_elsewhere",
    "write_journal",
]
