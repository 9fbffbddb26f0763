"""What bends allauth to how Solmu signs people in: by a code, a passkey, or an organisation's account."""

from solmu.people.adapter.accounts import AccountAdapter, PasskeyAdapter
from solmu.people.adapter.organisations import OrganisationAdapter

__all__ = ["AccountAdapter", "OrganisationAdapter", "PasskeyAdapter"]
