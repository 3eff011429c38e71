"""Which targets a work is built for: those asked for, else those that it or its project names."""

from collections.abc import Sequence
from pathlib import Path

from publisher.build.description import describe
from publisher.build.works import Work
from publisher.configuration.settings import Format, read_toml, shown
from publisher.configuration.toml import value_place
from publisher.diagnostics import PublisherError, UsageError, diagnose
from publisher.span import Span
from publisher.targets import DEFAULTS, PdfRules, Target, load_target, usual_target


def targets_for(work: Work, to: Sequence[Format], names: Sequence[str]) -> tuple[Target, ...]:
    """The targets of `work`, in the order of their formats and names, each once.

    `to` and `names` are the formats and targets that were asked for, and go before what the work
    and its project name. Targets asked for bring their formats with them: they are all that is
    built unless formats are asked for as well. A format without a target gets its default.

    Raises UsageError as `makeable` does.
    """
    root = work.project.root
    asked = [makeable(name, root) for name in names]
    stated = [] if asked else [makeable(name, root, place) for name, place in _stated(work)]
    formats = to or ([] if asked else work.project.settings.to)
    wanted = [each for each in stated if each.format in formats] + asked
    lacking = set(formats) - {each.format for each in wanted}
    wanted += [makeable(DEFAULTS[kind], root) for kind in lacking]
    found = {each.name: each for each in wanted}
    return tuple(sorted(found.values(), key=lambda each: (each.format, each.name)))


def makeable(name: str, root: Path, place: Span | None = None) -> Target:
    """The target `name`, whose files can be made; `root` and `place` are as for `load_target`.

    Pages are not yet finished for print: of PDFs, only those by the rules of the usual target
    can be made, and nothing else gets the name of a target that it does not deserve.

    Raises UsageError: TGT005 for rules that cannot be kept, and as `load_target` does.
    """
    target = load_target(name, root, place)
    if target.format == "pdf":
        usual = usual_target("pdf")
        for rule in PdfRules.__struct_fields__:
            if getattr(target.pdf_rules, rule) != getattr(usual.pdf_rules, rule):
                facts = {"target": name, "rule": rule, "usual": usual.name}
                raise UsageError(diagnose("TGT005", place, **facts))
    return target


def _stated(work: Work) -> list[tuple[str, Span]]:
    """The names in a publication's own description, or those of its project, with their places."""
    if work.is_publication:
        try:
            description = describe(work)
        except PublisherError:
            pass  # what is wrong with it is told when it is prepared
        else:
            if description.file.targets:
                return [(name, description.place(f'"{name}"')) for name in description.file.targets]
    file = work.project.file
    if file is None:
        return []
    text, names = read_toml(file), work.project.settings.targets
    return [(name, value_place(text, shown(file), f'"{name}"')) for name in names]
