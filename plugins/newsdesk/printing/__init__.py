"""Prints sheets: makes what is new, takes out of the memory what would come out as it was."""

from newsdesk.printing.compiled import compiled_once
from newsdesk.printing.ground import Ground
from newsdesk.printing.press import Made, Press, Run

__all__ = ["Ground", "Made", "Press", "Run", "compiled_once"]
