"""What the times were measured on, and with which versions."""

import datetime
import importlib.metadata
import os
import platform
from pathlib import Path

from publisher.build.manifest import tool_versions
from publisher.checks import epubcheck

_PEERS = ("typst", "pypandoc_binary")


def describe_machine() -> dict[str, str]:
    """The machine, the day and the versions, by what they are."""
    versions = tool_versions(pdf=True)
    ours = ("publisher", "weasyprint", "pango", "ebooklib", "pikepdf")
    return {
        "day": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "processor": f"{_processor()}, {os.cpu_count()} cores",
        "system": f"{platform.system()} {platform.release()}, {platform.machine()}",
        "load before (1 min)": f"{os.getloadavg()[0]:.2f}",
        "Python": platform.python_version(),
        **{name: versions[name] for name in ours},
        "EPUBCheck": epubcheck.version(),
        **{name: importlib.metadata.version(name) for name in _PEERS},
        "pandoc": _pandoc_version(),
    }


def _processor() -> str:
    path = Path("/proc/cpuinfo")
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or "unknown")


def _pandoc_version() -> str:
    import pypandoc

    return str(pypandoc.get_pandoc_version())
