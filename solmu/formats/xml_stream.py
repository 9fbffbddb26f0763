"""The only place that parses XML: piece by piece, through defusedxml, within the caps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any
from xml.parsers.expat import ExpatError, errors
from xml.parsers.expat.errors import codes

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from solmu.formats import problems
from solmu.formats.remarks import refused

_PIECE = 65_536
_UNBOUND_PREFIX = codes[errors.XML_ERROR_UNBOUND_PREFIX]


class XmlStream:
    """An expat parser with defusedxml's refusals: no document type, no entities, nothing external.

    The handlers are called straight from the parser, without building a tree: a sheet of a
    million cells stays small and quick.
    """

    def __init__(
        self,
        start: Callable[[str, dict[str, str]], None],
        end: Callable[[str], None],
        text: Callable[[str], Any],
    ) -> None:
        """Set what is called at the start and end of an element (``namespace}name``) and on text."""
        self._defused = DefusedXMLParser(forbid_dtd=True)
        parser = self._defused.parser
        parser.ordered_attributes = False
        parser.buffer_text = True
        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.CharacterDataHandler = text
        parser.DefaultHandlerExpand = None
        parser.CommentHandler = None
        parser.ProcessingInstructionHandler = None
        self._parser = parser

    @property
    def line(self) -> int:
        """The line that the parser has come to."""
        line: int = self._parser.CurrentLineNumber
        return line

    def feed(self, chunks: Iterable[bytes]) -> Iterator[None]:
        """Parse piece by piece, pausing after each.

        Raises:
            UnreadableFile: On XML that is malformed, or that holds a document type.
        """
        try:
            for chunk in chunks:
                self._parser.Parse(chunk, False)
                yield
            self._parser.Parse(b"", True)
        except DefusedXmlException as error:
            raise refused(problems.XML_WITH_DTD, row=self.line) from error
        except ExpatError as error:
            unbound = error.code == _UNBOUND_PREFIX
            code = problems.XML_PREFIX if unbound else problems.BROKEN_XML
            raise refused(code, row=error.lineno) from error
        except (LookupError, ValueError, UnicodeError) as error:
            # An encoding that the file names and nobody knows.
            raise refused(problems.UNREADABLE_LETTERS, row=self.line) from error
        yield

    def parse(self, chunks: Iterable[bytes]) -> None:
        """Parse to the end."""
        for _ in self.feed(chunks):
            pass


def pieces_of(data: bytes) -> Iterator[bytes]:
    """Give the pieces of a file that is in memory."""
    return (data[at : at + _PIECE] for at in range(0, len(data), _PIECE))


def local(name: str) -> str:
    """Give an element's or attribute's name without its namespace.

    >>> local("http://www.w3.org/1999/xhtml}body")
    'body'
    """
    return name.rpartition("}")[2]
