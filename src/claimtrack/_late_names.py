"""Names of a package that are read from its modules at their first use.

What a package offers and hardly any run needs costs nothing then when it is imported.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["late_names"]


def late_names(
    package: str, homes: Mapping[str, str], names: dict[str, object]
) -> Callable[[str], object]:
    """Return what a package has as its ``__getattr__``.

    Args:
        package: the name of the package.
        homes: for each name the module or package inside that has it.
        names: those that the package has already; each one that is read joins them.

    >>> names = {}
    >>> late_names("claimtrack", {"clip": "findings"}, names)("clip") is names["clip"]
    True
    """

    def load(name: str) -> object:
        if name not in homes:
            message = f"module {package!r} has no attribute {name!r}"
            raise AttributeError(message)
        names[name] = getattr(import_module(f"{package}.{homes[name]}"), name)
        return names[name]

    return load
