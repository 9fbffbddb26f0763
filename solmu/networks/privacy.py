"""The only place that says why each field of a network and a membership is kept, and what becomes of it."""

from __future__ import annotations

from solmu.lib.privacy import Registry, fields

REGISTRY: Registry = {
    "Area": fields(
        {
            "kind": "municipality, employment area or wellbeing services county",
            "code": "official code",
            "name_fi": "name in Finnish",
            "name_sv": "name in Swedish",
            "network": "whose own area it is; none in the catalogue",
        },
        export="network export",
    ),
    "Network": fields(
        {
            "slug": "its address",
            "name": "its name",
            "kind": "which statutory or other body it is",
            "purpose": "what it is for, in its own words",
            "areas": "where it works",
            "boundary_rule": "who is counted in",
            "recall": "how actors were named",
            "period_from": "from which time the map tells",
            "period_to": "to which time the map tells",
            "strength_rule": "how differing answers about a tie are read",
            "min_reach": "how many perspectives a tie needs",
            "revision": "which state of the map a figure was counted from",
            "created_at": "when it was founded",
        },
    ),
    "Membership": fields(
        {
            "network": "in which network",
            "person": "who",
            "role": "what they may do there",
            "joined_as": "the name that is taken out of others' words when the person is erased",
            "joined_at": "since when",
            "ended_at": "until when",
        },
        basis="public task: working in a network (GDPR 6.1.e)",
        retention="as long as the network, so that it is known who could see what and when",
        export="my data",
        erase="with the account",
    ),
}
