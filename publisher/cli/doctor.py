"""`publisher doctor`: each part of the machine that a build or a test needs, and its remedy."""

import typer


def doctor() -> None:
    """Show which parts of the machine are there, which are missing, and what to do."""
    from publisher.build.machine import parts

    missing = False
    for part in parts():
        sign = "ok" if part.found else ("--" if part.optional else "NO")
        typer.echo(f"{sign:<4}{part.name:<20} {part.found or 'not found'}")
        if not part.found:
            typer.echo(f"{'':<24} {part.purpose}; {part.remedy}")
            missing = missing or not part.optional
    raise typer.Exit(1 if missing else 0)
