"""The only place that writes into the API's description what every address may refuse, and with which headers."""

from __future__ import annotations

from typing import Any

PROBLEM = "application/problem+json"
_REFUSALS = {
    "401": "No token, or one that is wrong or over",
    "403": "The token does not open this part",
    "404": "Missing, or not of this token's network",
    "422": "A parameter was not understood",
    "429": "Too many requests; Retry-After says how many seconds to wait",
}
_HEADERS = {"401": "WWW-Authenticate", "429": "Retry-After"}
_SHAPE = {
    "title": "Problem",
    "description": "A refusal (RFC 9457); `detail` says what to do.",
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["where", "what"],
                "properties": {"where": {"type": "string"}, "what": {"type": "string"}},
            },
        },
    },
}


def document_problems(schema: dict[str, Any]) -> None:
    """Add to each operation the refusals that it shares with all others, and that an answer may be known already."""
    schema["components"]["schemas"]["Problem"] = _SHAPE
    for operations in schema["paths"].values():
        for operation in operations.values():
            operation["responses"] = {
                str(status): said for status, said in operation["responses"].items()
            }
            operation["responses"]["200"]["headers"] = {"ETag": {"schema": {"type": "string"}}}
            operation["responses"]["304"] = {"description": "What If-None-Match names still holds"}
            for status, meaning in _REFUSALS.items():
                operation["responses"][status] = _refusal(status, meaning)


def _refusal(status: str, meaning: str) -> dict[str, Any]:
    said: dict[str, Any] = {
        "description": meaning,
        "content": {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
    if status in _HEADERS:
        said["headers"] = {_HEADERS[status]: {"schema": {"type": "string"}}}
    return said
