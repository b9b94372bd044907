"""`python -m reasoner`."""

from reasoner.cli import main

main()
