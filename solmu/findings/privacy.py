"""What the findings keep of their own, why, and what becomes of it."""

from __future__ import annotations

from solmu.lib.privacy import Registry, fields

REGISTRY: Registry = {
    "DiversityAnswer": fields(
        {
            "network": "of which network",
            "kind": "which kind of diversity",
            "words": "the answer in words; of services and skills, never of persons or clients",
            "language": "in which language it is read aloud",
            "levels": "which levels of decision are talked about",
            "actors": "which actors of the map it rests on",
            "answered_at": "when",
            "author": "by whom",
        },
        export="none yet: read on the page of diversity",
        erase="author is emptied with the account; with the network",
    ),
    "FindingAnswer": {
        **fields(
            {
                "network": "of which network",
                "kind": "how a finding was answered",
                "reason": "why it is not so here, in words; of cooperation, never of clients",
                "answered_at": "when",
            },
            export="my data",
            erase="names in words are taken out; with the network",
        ),
        **fields(
            {
                "key": "which finding it answers",
                "finding": "which sentence it was",
                "level": "at which level it was told",
                "slots": "whom it spoke of and its figures, by public ids",
                "person": "who was named in the evidence, by a public id: the reason goes to few then",
                "language": "in which language the reason is read aloud",
                "action": "which action was agreed",
                "actors": "which actors it rested on",
                "ties": "which ties it rested on",
                "fingerprint": "whether the evidence has changed since",
                "author": "by whom",
            },
            export="none: read beside the finding",
            erase="author is emptied with the account; with the network",
        ),
    },
    "MadeReport": fields(
        {
            "network": "of which network",
            "person": "who asked for it, and alone may fetch it",
            "ref": "its address",
            "ending": "in which form it is",
            "content": "the report itself; it names no person",
            "made_at": "when it was made",
        },
        retention="one day",
        export="none: passing machinery",
        erase="by itself; with the person",
    ),
    "DeadEnd": {
        **fields(
            {
                "network": "of which network",
                "kind": "how the path broke off",
                "need": "which need of the list was met with; whose it was is asked nowhere",
                "place": "in which municipality",
                "note": "a few words; of services, never of clients",
                "reported_at": "when it was reported",
            },
            export="my data",
            erase="names in words are taken out; with the network",
        ),
        **fields(
            {
                "ref": "its public address",
                "start": "from which actor the path began",
                "actor": "at which actor it broke off",
                "language": "in which language the note is read aloud",
                "author": "who reported it",
                "state": "how far the network has got with it",
                "answer": "what has been done about it, in words",
                "answer_language": "in which language the answer is read aloud",
                "answered_at": "when it was last answered",
                "answered_by": "who answered",
            },
            export="none: read on the page of dead ends",
            erase="author and answered_by are emptied with the account; with the network",
        ),
    },
    "CapacityEntry": {
        **fields(
            {
                "network": "of which network",
                "assessed_on": "on which day",
                "aspect": "knowledge, skill or motivation",
                "reach": "each alone or all together",
                "level": "how much of it there is, by the network's own judgement",
                "words": "in words; of the network, never of persons or clients",
            },
            export="my data",
            erase="names in words are taken out; with the network",
        ),
        **fields(
            {
                "language": "in which language it is read aloud",
                "written_at": "when it was written",
                "author": "who wrote it",
            },
            export="none: read on the page of capacity",
            erase="author is emptied with the account; with the network",
        ),
    },
    "Renewal": {
        **fields(
            {
                "network": "of which network",
                "text": "what wants renewing, in words; of structures, never of persons or clients",
                "raised_on": "when it was raised",
            },
            export="my data",
            erase="names in words are taken out; with the network",
        ),
        **fields(
            {
                "ref": "its public address",
                "language": "in which language it is read aloud",
                "owner": "which organisation is asked",
                "answer_by": "by when an answer is hoped for",
                "author": "who raised it",
                "state": "what the organisation answers",
                "answer": "the answer in words",
                "answer_language": "in which language the answer is read aloud",
                "noted": "whether a coordinator wrote the answer down",
                "answered_on": "when it was answered",
                "answered_by": "who wrote the answer",
            },
            export="none: read on the page of capacity",
            erase="author and answered_by are emptied with the account; with the network",
        ),
    },
}
