"""The only place where typst runs: this file is a program of its own, in a process that may be ended.

Reads JSON from standard input (``template``, ``inputs``, ``fonts``, ``form``, ``seconds``, ``bytes``) and writes the pages to
standard output. It knows nothing of Solmu, and what it gets is all that it has: the template and strings.
"""

from __future__ import annotations

import base64
import contextlib
import json
import sys
from typing import Any


def press(order: dict[str, Any]) -> list[bytes]:
    """Set one report: the whole as PDF/UA-1, or each page as PNG."""
    import typst

    fonts = typst.Fonts(include_system_fonts=False, font_paths=order["fonts"])
    common: dict[str, Any] = {
        "root": order["root"],
        "font_paths": fonts,
        "sys_inputs": order["inputs"],
        # Nothing is fetched: what looks for a package finds an empty folder and nobody to ask.
        "package_path": order["root"],
        "package_cache_path": order["root"],
    }
    template = order["template"].encode()
    if order["form"] == "png":
        pages = typst.compile(template, format="png", ppi=order["ppi"], **common)
        return list(pages) if isinstance(pages, list) else [pages]
    return [
        typst.compile(
            template, format="pdf", pdf_standards=["ua-1"], timestamp=order["made_at"], **common
        )
    ]


def main() -> None:
    """Do what standard input asks, within its limits of time and memory."""
    order = json.load(sys.stdin)
    # Windows has no limits of this kind: there only the time runs out, which the other side sees to.
    with contextlib.suppress(ImportError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (order["bytes"], order["bytes"]))
        resource.setrlimit(resource.RLIMIT_CPU, (order["seconds"], order["seconds"]))
    json.dump([base64.b64encode(page).decode() for page in press(order)], sys.stdout)


if __name__ == "__main__":
    main()
