"""crosswire reads many reports of one event and gives back one account in which every line can be checked.

The public face is four functions, each a stop of the route:

    found = crosswire.read(["pages/"])                # pages, and issues for what gave none
    reports = crosswire.clean(pages)                  # a report or an issue for every page
    annotation = crosswire.annotate(report)           # one report's quotations, figures, times
    account = crosswire.dossier(reports)              # the caller says that they are one story
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from crosswire.model.dossier import VERSION

__version__ = VERSION
__all__ = ["__version__", "annotate", "clean", "dossier", "read"]

if TYPE_CHECKING:
    from crosswire.run.face import annotate, clean, dossier, read


class _Room(ModuleType):
    """A room of the route that can also be called, as the public function of its name.

    `crosswire.read` is a package, and the public function too. A function of that name in its place would hide the
    package from `import crosswire.read.paths as paths`; so the package itself answers the call.
    """

    def __call__(self, *arguments: object, **options: object) -> object:
        return _face(self.__name__.rpartition(".")[2])(*arguments, **options)


def _face(name: str) -> Callable[..., object]:
    """The public function of that name, imported when it is first called: `import crosswire` stays light."""
    function: Callable[..., object] = getattr(import_module("crosswire.run.face"), name)
    return function


for _name in ("read", "clean", "annotate"):
    import_module(f"crosswire.{_name}").__class__ = _Room

if not TYPE_CHECKING:

    def dossier(*arguments: object, **options: object) -> object:
        """The account of reports that belong together; see `crosswire.run.face.dossier`."""
        return _face("dossier")(*arguments, **options)
