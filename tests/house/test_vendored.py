"""Front-end files of others stand in a folder called vendor, with a manifest that says what each one is."""

import hashlib
import tomllib

from .tree import ROOT, kept_files

FOLDERS = sorted({name.split("/vendor/")[0] + "/vendor" for name in kept_files() if "/vendor/" in name})


def _problems(folder):
    manifest = ROOT / folder / "manifest.toml"
    if not manifest.is_file():
        return [f"{folder} has no manifest.toml"]
    rows = {row["path"]: row for row in tomllib.loads(manifest.read_text(encoding="utf-8"))["file"]}
    there = {name.removeprefix(folder + "/") for name in kept_files() if name.startswith(folder + "/")} - {"manifest.toml"}
    found = [f"{folder}/{path} is named on one side only" for path in sorted(there ^ rows.keys())]
    for path in sorted(there & rows.keys()):
        row = rows[path]
        if {"name", "version", "licence", "sha256"} - row.keys():
            found.append(f"{folder}/{path} lacks name, version, licence or sha256")
        elif hashlib.sha256((ROOT / folder / path).read_bytes()).hexdigest() != row["sha256"]:
            found.append(f"{folder}/{path} is not the file of the manifest")
    return found


def test_vendored_files_are_those_of_their_manifest():
    assert [problem for folder in FOLDERS for problem in _problems(folder)] == []
