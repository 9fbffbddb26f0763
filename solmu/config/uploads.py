"""The only place that stops a file on its way in when it is larger than any file may be."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, StopUpload


class CappedUploadHandler(FileUploadHandler):
    """Keeps no more of a file than the limit: the rest is drained unread, so that the answer reaches the sender.

    The request is marked ``upload_too_large``; its form then says so. What goes on beyond twenty limits is cut off.
    """

    _received = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin to count anew."""
        super().new_file(*args, **kwargs)
        self._received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Pass the chunk on while the file is within the limit."""
        del start
        self._received += len(raw_data)
        if self._received > settings.UPLOAD_LIMIT:
            self.request.upload_too_large = True  # type: ignore[union-attr]  # set by Django
            announced = int(self.request.META.get("CONTENT_LENGTH") or 0)  # type: ignore[union-attr]
            raise StopUpload(connection_reset=announced > 20 * settings.UPLOAD_LIMIT)
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leave the file to the handlers that keep it."""
        del file_size
