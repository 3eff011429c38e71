"""Moments as metadata writes them."""

import datetime


def day(moment: str | None) -> str | None:
    """The day of a moment as ISO 8601 writes it, in its long or its short form; else None."""
    if not moment:
        return None
    text = moment.strip()
    for form in (text[:10], text[:8]):
        try:
            return datetime.date.fromisoformat(form).isoformat()
        except ValueError:
            continue
    return None
