"""Dates of references: `date-parts`, ISO 8601 and EDTF level 0 and 1, or words."""

import re
from collections.abc import Sequence

from publisher.bibliography.reference import Date, clean

_DAY = r"(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?"
_WRITTEN = re.compile(
    rf"{_DAY}([~?%]?)(?:/(?:{_DAY}|\.\.)?[~?%]?)?(?:T[\d:.]+\S{{0,6}})?", re.ASCII
)
_LATEST = 9999


class DateError(ValueError):
    """What is no date; the message says why."""


def read_date(value: object) -> Date:
    """The date that CSL JSON or YAML gives. Raises DateError."""
    if isinstance(value, dict):
        return _of_object(value)
    if isinstance(value, list) and value:
        parts = [_parts_of(each) for each in value[:2]]
        return settled(*parts)
    if isinstance(value, str | int) and not isinstance(value, bool):
        return written_date(str(value))
    raise DateError("it is no date")


def written_date(text: str) -> Date:
    """A date as a string: "2020-05-31", "1999", "2001/2003", "1850~"; else its words."""
    text = clean(text)
    found = _WRITTEN.fullmatch(text)
    if found is None:
        if not text:
            raise DateError("it is empty")
        early = re.fullmatch(r"\d{1,3}", text, re.ASCII)
        return settled((int(text),)) if early else Date(literal=text[:200])
    begin = tuple(int(part) for part in found.groups()[:3] if part)
    end = tuple(int(part) for part in found.groups()[4:7] if part)
    season = begin[1] if len(begin) == 2 and begin[1] > 12 else None
    return settled(begin[:1] if season else begin, end, circa=bool(found[4]), season=season)


def settled(
    begin: tuple[int, ...],
    end: tuple[int, ...] = (),
    *,
    circa: bool = False,
    season: int | None = None,
) -> Date:
    """The date, both its ends as exact as the vaguer one. Raises DateError for none of a calendar.

    Seasons are 1 to 4, or 13 to 16 and 21 to 24 (EDTF, level 1).
    """
    for parts in (begin, end):
        if parts and not _in_calendar(parts):
            raise DateError(f"{'-'.join(map(str, parts))} is in no calendar")
    if season is not None:
        season = season % 10 if season > 20 else season - 12 if season > 12 else season
        season = season if 1 <= season <= 4 else None
    exact = min(len(begin), len(end)) if end else len(begin)
    begin, end = begin[:exact], end[:exact]
    return Date(begin, () if end == begin else end, season=season, circa=circa)


def _in_calendar(parts: tuple[int, ...]) -> bool:
    year, month, day = (*parts, 1, 1)[:3]
    return 0 < abs(year) <= _LATEST and 1 <= month <= 12 and 1 <= day <= 31


def _of_object(value: dict[object, object]) -> Date:
    circa = str(value.get("circa", "")).lower() not in ("", "0", "false", "no", "none")
    season = _number(value["season"]) if "season" in value else None
    if parts := value.get("date-parts"):
        if not isinstance(parts, list):
            raise DateError("its date-parts are no list")
        rows = parts if isinstance(parts[0], list) else [parts]
        ends = [_parts(row) for row in rows[:2]]
        return settled(*ends, circa=circa, season=season)
    if "year" in value:
        return settled(_parts_of(value), circa=circa, season=season)
    for name in ("literal", "raw"):
        if isinstance(value.get(name), str):
            found = written_date(str(value[name]))
            return Date(found.begin, found.end, found.season, circa or found.circa, found.literal)
    if season:
        raise DateError("it has a season of no year")
    raise DateError("it has neither date-parts nor words")


def _parts_of(value: object) -> tuple[int, ...]:
    if not isinstance(value, dict):
        raise DateError("it is no date")
    return _parts([value[name] for name in ("year", "month", "day") if name in value])


def _parts(row: object) -> tuple[int, ...]:
    if not isinstance(row, Sequence) or isinstance(row, str):
        raise DateError("its date-parts are no list of numbers")
    parts = tuple(_number(part) for part in row[:3] if part not in ("", None))
    if not parts:
        raise DateError("it is empty")
    return parts


def _number(value: object) -> int:
    if isinstance(value, str | int) and re.fullmatch(r"-?\d{1,4}", str(value).strip(), re.ASCII):
        return int(value)
    raise DateError(f"{clean(str(value))[:40]!r} is no number")
