"""Any work, an article or a publication, made ready to be rendered."""

import datetime

from publisher.build.prepare import Prepared, prepare
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
    """`prepare` for an article, `prepare_publication` for a book or an issue; raises as they do."""
    step = prepare_publication if work.is_publication else prepare
    return step(
        work,
        epoch=epoch,
        shelf=shelf,
        strict_structure=strict_structure,
        theme=theme,
        printed=printed,
    )
