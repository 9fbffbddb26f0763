"""The only place that lists every address the resolver knows, and fills in what an address asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver, reverse


@dataclass(frozen=True, slots=True)
class Address:
    """One named address and the words it asks for."""

    name: str
    asks: tuple[str, ...]

    def filled(self, words: Mapping[str, object]) -> str:
        """Return the path with ``words`` put in."""
        return reverse(self.name, kwargs={word: words[word] for word in self.asks})


def all_addresses() -> list[Address]:
    """Return every address, each name once."""
    found = {address.name: address for address in _walk(get_resolver())}
    return sorted(found.values(), key=lambda address: address.name)


def _walk(resolver: URLResolver) -> Iterator[Address]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern)
        elif isinstance(pattern, URLPattern):
            assert pattern.name, f"{pattern.pattern} has no name"
            yield Address(pattern.name, tuple(pattern.pattern.converters))
