"""What the registry keeps, why, and what becomes of it."""

from __future__ import annotations

from solmu.lib.privacy import Registry, fields

_PERSON = "with the actor; at once when the person asks to be taken off"
_SAID = "withdrawn by its source at any time; with the network"

REGISTRY: Registry = {
    "Actor": fields(
        {
            "network": "whose actor it is",
            "ref": "its public address",
            "kind": "organisation, unit, group or person",
            "sector": "its colour and shape",
            "municipality": "where it works",
            "business_id": "tells organisations of one name apart",
            "description": "what it does",
            "successor": "who took over its task",
            "succeeded_on": "from which day",
            "created_at": "when it came to the map",
            "removed_at": "when it was taken off",
            "label_fi": "the name shown",
            "label_sv": "the name shown in Swedish",
        },
        erase=_PERSON,
    ),
    "Name": fields(
        {
            "actor": "whose name",
            "language": "in which language",
            "text": "the name; finds it by old and short names too",
            "kind": "which name it is",
        },
        erase=_PERSON,
    ),
    "Belonging": fields(
        {
            "actor": "who belongs",
            "to": "where",
            "role": "in which role",
            "share": "for which days",
            "valid_from": "from when",
            "valid_to": "until when",
        },
        erase=_PERSON,
    ),
    "Contact": fields(
        {
            "actor": "whose contact",
            "kind": "which way",
            "value": "how to reach them at work",
            "visibility": "who sees it",
            "confirmed_on": "whether it is still right",
        },
        export="network export, when the role sees it; my data",
        retention="as long as the network; a month when only withdrawn words name the actor",
        erase=_PERSON,
    ),
    "Service": fields(
        {
            "network": "whose service it is",
            "ref": "its public address",
            "name": "what it is called",
            "description": "what is done",
            "kinds": "information, advice or guidance",
            "goal_areas": "what it supports",
            "target_group": "whom it is for",
            "channels": "how it is met",
            "entrance": "what is needed to get in",
            "created_at": "when it was written",
            "confirmed_on": "whether it is still right",
            "removed_at": "when it was taken off",
        },
        erase="with the network",
    ),
    "ServicePlace": fields(
        {"service": "which service", "municipality": "which municipality it serves"},
        erase="with the service",
    ),
    "Offer": fields(
        {"service": "which service", "actor": "who offers it", "role": "in which part"},
        erase=_PERSON,
    ),
    "Presence": fields(
        {
            "actor": "who is there",
            "at": "at whose place",
            "weekday": "on which day",
            "opens": "from when",
            "closes": "until when",
        },
        erase=_PERSON,
    ),
    "Perspective": {
        **fields(
            {
                "network": "of which network",
                "kind": "where it comes from",
                "title": "what it is called",
                "created_at": "when it was opened",
                "withdrawn_at": "whether it still stands",
            },
            export="network export; my data of its author",
            erase=f"the author's name is taken out; {_SAID}",
        ),
        **fields(
            {
                "ref": "its public address",
                "author": "whose words they are",
                "speaker": "the actor whose own reading it is",
                "period_from": "the time it tells of",
                "period_to": "the time it tells of",
                "recall": "what silence in it means",
                "directed": "whether it draws arrows",
            },
            erase=f"author is emptied; {_SAID}",
        ),
    },
    "Asked": fields(
        {
            "perspective": "who was asked",
            "actor": "about whose ties",
            "answered_at": "whether silence means no",
        },
        erase=_SAID,
    ),
    "Mention": fields(
        {
            "perspective": "whose words",
            "name": "the name as written",
            "kind": "as written",
            "sector": "as written",
            "municipality": "as written",
            "parent": "where it belongs, as written",
            "services": "what it does, as written",
            "ref": "the source's own id, to know it again",
            "row": "where in the file it stood",
            "extra": "columns that Solmu does not know",
        },
        erase=_SAID,
    ),
    "Identity": fields(
        {
            "mention": "which words",
            "actor": "whom they mean",
            "from_at": "from when",
            "decided_by": "who said so",
            "why": "for what reason",
            "ended_at": "until when",
        },
        export="none: how the map was put together",
        erase=f"decided_by is emptied; {_SAID}",
    ),
    "Claim": {
        **fields(
            {
                "source": "from whom",
                "target": "to whom",
                "direction": "which way",
                "contents": "what passes",
                "frequency": "how often",
                "means": "by which means",
                "note": "in words; of services, never of clients",
                "status": "exists, wished for, possible or denied",
                "updated_at": "when it was said last",
            },
            export="network export; my data of a member's own reading",
            erase=_SAID,
        ),
        **fields(
            {
                "perspective": "whose words",
                "closeness": "how near",
                "weight": "a file's own number",
                "valid_from": "from when",
                "valid_to": "until when",
                "confirmed_on": "whether it is still right",
                "created_at": "when it was said",
                "extra": "columns that Solmu does not know",
            },
            erase=_SAID,
        ),
    },
    "Tie": fields(
        {
            "network": "of which network",
            "source": "from whom",
            "target": "to whom",
            "content": "what passes",
            "status": "exists, wished for or possible",
            "frequency": "how often",
            "closeness": "how near",
            "weight": "a file's own number",
            "said": "how many sources say so",
            "asked": "of how many",
            "drawn_mutual": "one source drew it both ways",
            "both_ends": "each end said so itself",
            "differs": "sources say different things",
            "notes": "how many notes there are",
            "confirmed_on": "how fresh it is",
            "valid_from": "from when",
            "valid_to": "until when",
        },
        erase="built anew from what is said",
    ),
    "Seat": fields(
        {
            "membership": "which member",
            "actor": "represents whom",
            "role": "in which role",
            "valid_from": "from when",
            "valid_to": "until when",
        },
        export="my data",
        erase="with the membership",
    ),
    "Upload": fields(
        {
            "network": "for which network",
            "person": "who brought it",
            "ref": "address of its review",
            "file_name": "what it was called",
            "content": "a file with columns, to be read again when somebody tells what they mean",
            "plan": "what was understood of it, with a few values of each column",
            "answers": "what was answered to it",
            "state": "where it is",
            "created_at": "when it came",
            "perspective": "what it became",
            "job_ref": "the work that reads it",
        },
        retention="7 days; the bytes only until it is applied or dropped, and of a file without columns only until it is read",
        export="none: passing machinery",
        erase="by itself; with the person",
    ),
    "IndexRow": fields(
        {
            "network": "of which network",
            "actor": "whom the terms find",
            "seen_by": "who may read the words that they come of",
            "terms": "bases of words that stand elsewhere, and what they mean",
            "weights": "how much each tells",
            "length": "how many words there were",
            "digest": "whether the words have changed",
        },
        export="none: made of words that are exported where they stand",
        erase="built anew from what is said",
    ),
    "IndexTerm": fields(
        {
            "network": "of which network",
            "seen_by": "who may read the words that it comes of",
            "term": "the base of a word, or what it means",
            "actors": "how many it finds",
        },
        export="none: made of words that are exported where they stand",
        erase="built anew from what is said",
    ),
    "IndexState": fields(
        {
            "network": "of which network",
            "analyser": "by which rules words were read",
            "is_stale": "whether it is to be built anew",
        },
        export="none: passing machinery",
        erase="with the network",
    ),
}
