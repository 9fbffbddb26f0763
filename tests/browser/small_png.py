"""The only place that makes a screen's picture small: at most 256 colours, the most frequent ones."""

from __future__ import annotations

import base64
import struct
import zlib

from playwright.sync_api import Page

# The browser reads the picture and names its colours; every pixel becomes the number of the nearest one.
_COLOURS = """async picture => {
  const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
  const {width, height} = bitmap;
  const pen = new OffscreenCanvas(width, height).getContext('2d');
  pen.drawImage(bitmap, 0, 0);
  const pixels = new Uint32Array(pen.getImageData(0, 0, width, height).data.buffer);
  const counts = new Map();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const parts = one => [one & 255, one >> 8 & 255, one >> 16 & 255];
  const colours = [], numbers = new Map();
  const nearest = one => {
    const [r, g, b] = parts(one);
    let best = 0, least = Infinity;
    for (let at = 0; at < colours.length; at++) {
      const [x, y, z] = colours[at], far = (r - x) ** 2 + (g - y) ** 2 + (b - z) ** 2;
      if (far < least) [best, least] = [at, far];
    }
    return [best, least];
  };
  const sorted = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a));
  // The broad fields keep their very colour; then whatever differs most, then finer shades.
  for (const [most, apart] of [[48, 0], [256, 60], [256, 12]])
    for (const one of sorted)
      if (colours.length < most && nearest(one)[1] > apart) colours.push(parts(one));
  for (const one of sorted) numbers.set(one, nearest(one)[0]);
  const told = bytes => { let text = ''; for (const byte of bytes) text += String.fromCharCode(byte); return btoa(text) };
  return {width, height, palette: told(colours.flat()), pixels: told(Uint8Array.from(pixels, one => numbers.get(one)))};
}"""


def smaller(picture: bytes, page: Page) -> bytes:
    """Return a PNG with a palette instead of full colours; ``page`` is any blank one."""
    found = page.evaluate(_COLOURS, base64.b64encode(picture).decode())
    width, height = found["width"], found["height"]
    pixels = base64.b64decode(found["pixels"])
    rows = b"".join(b"\0" + pixels[at : at + width] for at in range(0, width * height, width))
    return b"".join(
        [
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
            _chunk(b"PLTE", base64.b64decode(found["palette"])),
            _chunk(b"IDAT", zlib.compress(rows, 9)),
            _chunk(b"IEND", b""),
        ]
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
