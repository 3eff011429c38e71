"""Whether this environment has publisher, and the machine the libraries that WeasyPrint loads.

Run before each build, so it takes 20 ms where `import weasyprint` takes 500. It fails by raising.
The names are WeasyPrint's own (weasyprint/text/ffi.py, 70.0); where libraries are called otherwise,
WeasyPrint has to be asked.
"""

import ctypes
import importlib
import sys

_LIBRARIES = (
    "libgobject-2.0.so.0",
    "libpango-1.0.so.0",
    "libharfbuzz.so.0",
    "libharfbuzz-subset.so.0",
    "libfontconfig.so.1",
    "libpangoft2-1.0.so.0",
)

importlib.import_module("publisher")
if sys.platform == "linux":
    for library in _LIBRARIES:
        ctypes.CDLL(library)
else:
    importlib.import_module("weasyprint")
