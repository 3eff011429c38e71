"""Any work, an article or a publication, made ready to be rendered."""

import datetime

from publisher.build.bound import prepare_bound
from publisher.build.prepare import Prepared, prepare_read, read_work
from publisher.build.publications import prepare_publication
from publisher.build.works import Work
from publisher.pictures import Shelf


def make_ready(
    work: Work,
    *,
    epoch: datetime.datetime | None,
    shelf: Shelf | None = None,
    strict_structure: bool = False,
    theme: str | None = None,
    printed: bool = True,
) -> Prepared:
    """`prepare` for an article, `prepare_publication` for a book or an issue; raises as they do.

    A source that holds a whole book or issue, an EPUB, is prepared by `prepare_bound`.
    """
    if work.is_publication:
        return prepare_publication(
            work,
            epoch=epoch,
            shelf=shelf,
            strict_structure=strict_structure,
            theme=theme,
            printed=printed,
        )
    read = read_work(work, strict=strict_structure)
    shelf = shelf or Shelf()
    if publication := read.reading.publication:
        return prepare_bound(
            work, read, publication, epoch=epoch, shelf=shelf, theme=theme, printed=printed
        )
    return prepare_read(work, read, epoch=epoch, shelf=shelf, theme=theme, printed=printed)
