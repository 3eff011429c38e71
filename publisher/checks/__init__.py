"""Checks of sources and of finished files."""
