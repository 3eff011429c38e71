"""The rules of preflight, a module for each kind of thing that they look at."""
