"""Every change to networks: founded, set up, joined and left, read by programs, a person taken out."""

from solmu.networks.actions.belonging import (
    AlreadyMember,
    LastCoordinator,
    change_role,
    end_membership,
    invite,
    join,
    revoke_invitation,
    seat_cast,
)
from solmu.networks.actions.erasing import erase_from_networks, fates_in_networks
from solmu.networks.actions.founding import found_network, load_areas, mark_changed, set_up_network
from solmu.networks.actions.reading import AlreadyGiven, give_read_token, revoke_read_token

__all__ = [
    "AlreadyGiven",
    "AlreadyMember",
    "LastCoordinator",
    "change_role",
    "end_membership",
    "erase_from_networks",
    "fates_in_networks",
    "found_network",
    "give_read_token",
    "invite",
    "join",
    "load_areas",
    "mark_changed",
    "revoke_invitation",
    "revoke_read_token",
    "seat_cast",
    "set_up_network",
]
