"""The only place where networks speak in a terminal: the invitation of the first coordinator."""

from __future__ import annotations

import click
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone
from django.utils.translation import gettext as _

from solmu.networks.actions import AlreadyMember, found_network, invite
from solmu.networks.models import Membership, Network
from solmu.networks.rules import INVITATION_LASTS
from solmu.people.actions import LetterNotSent


@click.command(
    "invite",
    help=_(
        "Invite EMAIL and print the one-time link. With --network the person coordinates that "
        "network, which is founded when it is missing; this is how a first coordinator gets in."
    ),
)
@click.argument("email")
@click.option("--network", "name", metavar="NAME", help=_("Name or address of the network."))
@click.option(
    "--kind",
    type=click.Choice(list(Network.Kind.values)),
    default=Network.Kind.GUIDANCE.value,
    show_default=True,
    help=_("Kind of a network that is founded."),
)
@click.option(
    "--role",
    type=click.Choice(list(Membership.Role.values)),
    default=Membership.Role.COORDINATOR.value,
    show_default=True,
    help=_("Role in the network."),
)
@click.option(
    "--language",
    type=click.Choice(["fi", "sv", "en"]),
    default="fi",
    show_default=True,
    help=_("Language of the e-mail"),
)
def invite_command(email: str, name: str | None, kind: str, role: str, language: str) -> None:
    try:
        validate_email(email)
    except ValidationError as fault:
        raise click.ClickException(
            _("Not an e-mail address: %(email)s") % {"email": email}
        ) from fault
    network = _network(name, kind) if name else None
    try:
        link = invite(
            email, network=network, role=role, language=language, by=None, at=timezone.now()
        )
    except AlreadyMember as known:
        raise click.ClickException(_("Already a member: %(email)s") % {"email": email}) from known
    except LetterNotSent as unsent:
        raise click.ClickException(
            _(
                "The mail server did not take the e-mail. Check the SOLMU_SMTP settings, then try again."
            )
        ) from unsent
    if network:
        click.echo(_("Network: %(name)s") % {"name": network.name})
    click.echo(
        _("An e-mail is on its way. The link works once, for %(days)s days:")
        % {"days": INVITATION_LASTS.days}
    )
    click.echo(link)


def _network(name: str, kind: str) -> Network:
    """Return the network of this name or address, founded when there is none."""
    known = Network.objects.filter(slug=name).first() or Network.objects.filter(name__iexact=name)
    if isinstance(known, Network):
        return known
    same = list(known[:2])
    if len(same) > 1:
        raise click.ClickException(
            _("Several networks have this name. Give the address of one: %(slugs)s")
            % {"slugs": ", ".join(one.slug for one in known)}
        )
    return same[0] if same else found_network(name, kind=kind, by=None, at=timezone.now())
