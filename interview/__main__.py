"""`python -m interview` is the command line."""

from interview.cli import main

if __name__ == "__main__":
    main()
