"""The front door."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command that was given and end the process with its exit status."""
    from coach.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
