"""Load names of a package from its modules when they are first used.

So the names that few programs need cost nothing when the package is imported.
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
    """Return the ``__getattr__`` of a package.

    Args:
        package: the name of the package.
        homes: for each name, the module or package inside that defines it.
        names: the names that the package has already; each loaded name is added.

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
