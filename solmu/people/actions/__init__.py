"""Every change to what is kept of people: accounts and letters, where one is signed in, passkeys, erasing."""

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
from solmu.people.actions.sessions import end_session, note_use, sign_out_elsewhere

__all__ = [
    "LetterNotSent",
    "StillNeeded",
    "add_passkey",
    "blot",
    "change_profile",
    "choose_language",
    "end_session",
    "erase_account",
    "erase_again",
    "fates_of",
    "keep_journal",
    "make_person",
    "note_use",
    "read_journal",
    "remove_passkey",
    "seed_cast",
    "send_letter",
    "sign_out_elsewhere",
    "write_journal",
]
