"""What an exception of a library says, as a report may have it."""

_LONGEST = 120


def said(failure: Exception) -> str:
    """The first line of `failure`: printable, not too long, the same in each run.

    pikepdf begins with the object that it reads from, whose address is another each time.
    """
    text = str(failure).split("\n")[0].split(">: ")[-1].removeprefix("unknown: ")
    return "".join(each if each.isprintable() else "\ufffd" for each in text[:_LONGEST])
