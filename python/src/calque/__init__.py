"""Runs calque over records through one process and its pipes."""

from .client import Calque, CalqueError

__all__ = ["Calque", "CalqueError"]
