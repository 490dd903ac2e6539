"""`python -m crosswire` is the same as the command `crosswire`."""

import sys

from crosswire.cli import main

if __name__ == "__main__":
    sys.exit(main())
