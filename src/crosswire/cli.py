"""The command line: what the user typed to what crosswire does."""

from __future__ import annotations

import io
import os
import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO

from crosswire import __version__
from crosswire.config import from_environment
from crosswire.errors import CrosswireError, UsageError

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from crosswire.model.dossier import Request
    from crosswire.run.commands import Run

DONE = 0
FAILED = 1
WRONG_USAGE = 2
# What a shell reports for a program that was interrupted.
INTERRUPTED = 130
# The matrices here are small: a second thread of numpy's only waits (48 pages a second with one thread, 18 with two).
ONE_THREAD = "1"

DESCRIPTION = """\
crosswire reads many reports of one event and gives back one account in which
every line can be checked: a brief, who said what, what the reports agree on,
what they dispute, what has been superseded, and where the words come from."""

PATHS = """\
A PATH is a file, a folder (with all files below it), - for the standard
input, or an http(s) address. A file is HTML, plain text, JSON or JSONL, a
feed, NewsML, NITF or ninjs, a web archive (WARC, ARC), mail, DOCX, PDF, a
zip; gzip'd or not. A JSON row has text or html, and may have id, url,
publisher, published_at, title. Nothing touches the network unless a PATH is
an address."""

EXIT_CODES = """\
Results go to the standard output, everything else to the standard error.
Exit code: 0 done, 1 nothing usable in the input, 2 wrong usage."""

EXAMPLES = {
    None: """\
examples:
  crosswire demo                        the bundled sample, printed and as a page
  crosswire brief pages/ -o out/        a page for every story of the folder
  crosswire brief a.html b.html --json  one line of JSON for every story
  crosswire clean page.html             the report, without what surrounds it
  crosswire clean --explain page.html   every line of the page, and why""",
    "demo": """\
examples:
  crosswire demo
  crosswire demo -o /tmp/ferry""",
    "brief": """\
examples:
  crosswire brief monday/ tuesday.jsonl.gz -o out/
  crosswire brief a.html b.txt --one-story
  crosswire brief pages/ --about Lupo --since 6h --length 3
  curl -s https://example.org/report | crosswire brief - --json""",
    "clean": """\
examples:
  crosswire clean page.html
  crosswire clean pages/ --json > reports.jsonl""",
    "annotate": """\
examples:
  crosswire annotate page.html
  crosswire annotate speech.txt --as-text --json""",
    "group": """\
examples:
  crosswire group pages/
  crosswire group reports.jsonl --json""",
    "bench": """\
examples:
  crosswire bench quotations times
  crosswire bench all --floors bench/floors.toml""",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command; the exit code: 0 done, 1 nothing usable in the input, 2 wrong usage."""
    os.environ.setdefault("OMP_NUM_THREADS", ONE_THREAD)
    try:
        options = _parser().parse_args(arguments)
    except SystemExit as error:  # argparse has printed its help or what is wrong
        return error.code if isinstance(error.code, int) else WRONG_USAGE
    try:
        return _carried_out(options)
    except UsageError as error:
        return _failed(error, WRONG_USAGE)
    except CrosswireError as error:
        return _failed(error, FAILED)
    except BrokenPipeError:
        return _closed_pipe()
    except OSError as error:
        return _failed(OSError(f"can't write the results: {error.strerror or error}"), FAILED)
    except KeyboardInterrupt:
        return INTERRUPTED


def _carried_out(options: Namespace) -> int:
    _as_utf8(sys.stdout)
    command = options.command
    if command == "bench":
        return _bench(options)
    from crosswire.run import commands

    request = _request(options) if command in ("demo", "brief") else None
    run = _run()
    if command == "demo":
        folder = options.output or Path(commands.DEMO_FOLDER)
        code = commands.demo(run, json=options.json, folder=folder, request=request)
    elif command == "brief":
        together, folder = options.one_story, options.output
        code = commands.brief(run, options.paths, json=options.json, together=together, folder=folder, request=request)
    elif command == "clean" and options.explain:
        if options.as_text:
            raise UsageError("--explain tells how each line was judged, and --as-text judges none: give one of them")
        code = commands.explain(run, options.paths, json=options.json)
    else:
        step = {"clean": commands.clean, "annotate": commands.annotate, "group": commands.group}[command]
        code = step(run, options.paths, json=options.json, as_text=options.as_text)
    sys.stdout.flush()
    return code


def _request(options: Namespace) -> Request:
    """What is asked of the dossiers. Raises UsageError before anything is read."""
    from crosswire.run.request import read_request

    return read_request(length=options.length, about=options.about, since=options.since)


def _run() -> Run:
    from crosswire.run.commands import Run, Streams

    return Run(Streams(_stdin(), sys.stdout, sys.stderr))


def _bench(options: Namespace) -> int:
    """Print the table of the named measures; the code is 1 when one of them is below its floor."""
    from crosswire.bench.table import Bounds, as_markdown, machine, measure, read_bounds, shortfalls

    bounds = read_bounds(options.floors) if options.floors else Bounds()
    figures = measure(options.names, from_environment(os.environ).data, options.processes)
    print(as_markdown(figures))
    print(f"Measured on {machine()}.")
    below = shortfalls(figures, bounds, options.names)
    for shortfall in below:
        print(f"crosswire: {shortfall}", file=sys.stderr)
    return FAILED if below else DONE


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        prog="crosswire",
        description=DESCRIPTION,
        epilog=f"{EXAMPLES[None]}\n\n{PATHS}\n\n{EXIT_CODES}",
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"crosswire {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)

    demo = _command(commands, "demo", "show what it does on the bundled sample, an event that did not happen")
    demo.add_argument("-o", "--output", type=Path, metavar="DIR", help="where its page goes (crosswire-demo)")
    _asked(demo)
    _json(demo, "each dossier")

    brief = _command(commands, "brief", "a dossier for every story of the reports", paths=True)
    brief.add_argument(
        "-o", "--output", type=Path, metavar="DIR", help="write a page, Markdown and JSON for every story, and an index"
    )
    brief.add_argument("--one-story", action="store_true", help="the reports belong together: don't group them")
    _asked(brief)
    _json(brief, "each dossier")

    for name, help, each in (
        ("clean", "the report on every page, and what was set aside", "each page: its report, or the issue"),
        ("annotate", "quotations, figures, times and names of every report", "each report"),
        ("group", "which reports tell the same story", "each story"),
    ):
        command = _command(commands, name, help, paths=True)
        command.add_argument(
            "--as-text", action="store_true", help="the input is a report's text already: leave it exactly as it is"
        )
        if name == "clean":
            command.add_argument(
                "--explain", action="store_true", help="every line of the page, kept or set aside, and why"
            )
        _json(command, each)

    bench = _command(commands, "bench", "the measures, each beside a rival or a simple baseline")
    bench.add_argument("names", nargs="+", metavar="NAME", help="clean, quotations, times, …, or all")
    bench.add_argument("--floors", type=Path, metavar="FILE", help="fail when a figure is below its floor in FILE")
    bench.add_argument("--processes", type=int, default=1, metavar="N", help="measures that run side by side (1)")
    return parser


def _command(
    commands: _SubParsersAction[ArgumentParser], name: str, help: str, *, paths: bool = False
) -> ArgumentParser:
    epilog = f"{EXAMPLES[name]}\n\n{PATHS}" if paths else EXAMPLES[name]
    described = f"{help[0].upper()}{help[1:]}."
    command = commands.add_parser(
        name, help=help, description=described, epilog=epilog, formatter_class=RawDescriptionHelpFormatter
    )
    if paths:
        command.add_argument("paths", nargs="+", metavar="PATH", help="what to read")
    return command


def _asked(command: ArgumentParser) -> None:
    """The options that say what a dossier is asked for."""
    command.add_argument(
        "--length",
        metavar="N",
        help="how long each brief may be: so many sentences (3) or words (120w)",
    )
    command.add_argument("--about", metavar="ACTOR", help="the account of one actor, by any of its names")
    command.add_argument(
        "--since",
        metavar="TIME",
        help="what is new since: 2031-03-04, 2031-03-04T09:00 (UTC), or how long before the latest report: 6h, 2d",
    )


def _json(command: ArgumentParser, each: str) -> None:
    command.add_argument("--json", action="store_true", help=f"one line of JSON for {each}")


def _failed(error: Exception, code: int) -> int:
    print(f"crosswire: {error}", file=sys.stderr)
    return code


def _closed_pipe() -> int:
    """Whoever read our output has stopped (`| head`): no error, but nothing more may be written at exit either."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    with suppress(OSError, io.UnsupportedOperation):
        os.dup2(nothing, sys.stdout.fileno())
    return DONE


def _stdin() -> BinaryIO:
    """The standard input as bytes."""
    return getattr(sys.stdin, "buffer", None) or io.BytesIO(sys.stdin.read().encode())


def _as_utf8(stream: TextIO) -> None:
    """Results are UTF-8 whatever the machine's locale says."""
    if isinstance(stream, io.TextIOWrapper) and stream.encoding.lower().replace("-", "") != "utf8":
        stream.reconfigure(encoding="utf-8")
