"""The version of this library, which the build and ``--version`` read."""

__version__ = "0.1.0"
