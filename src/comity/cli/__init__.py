"""The command line: one command for each thing a person does. `main` is the program `comity`.

Exit codes: 0 done; 1 refused, with one sentence and its code on standard error; 2 the command was mistyped;
70 a fault of the program itself; 130 interrupted.
What is made or found goes to standard output, everything said about it to standard error.
"""

from comity.cli.program import main

__all__ = ["main"]
