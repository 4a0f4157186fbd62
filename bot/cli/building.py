"""Commands that make something: the database's tables, the trained dialogue, keys, migrations, diagrams."""

import asyncio
import time
from typing import Annotated

import typer

__all__ = ["docs", "key", "migrate", "migration", "train"]


def migrate() -> None:
    """Bring the database to this version. `run` and `play` do so by themselves."""
    from bot.settings import read_settings
    from commerce.migrating import migrate as bring_up

    state = bring_up(read_settings().database_url)
    typer.echo(f"The database is at migration {state.has}.")


def train() -> None:
    """Install the dialogue engine, and train it if its data has changed. `run` and `play` do so too."""
    from bot.dialogue.environment import NluProject
    from bot.settings import ROOT

    project = NluProject(ROOT)
    began = time.monotonic()
    if not project.is_installed:
        typer.echo("Installing the dialogue engine (440 MB) …")
        asyncio.run(project.install())
    if not project.model().exists():
        typer.echo("Training the dialogue …")
    model = asyncio.run(project.train())
    typer.echo(f"The dialogue is ready after {time.monotonic() - began:.0f} s: {model.name}")


def key() -> None:
    """Print a new key for ERRAND_VAULT_KEY. Keep it safe: without it no address can be read any more."""
    from commerce.vault import Vault

    typer.echo(Vault.new_key_text())


def migration(
    message: Annotated[str, typer.Argument(help="What it does, in a few words: it becomes the file's name.")],
) -> None:
    """For developers: write a migration from the tables in the code."""
    import bot.inbox  # noqa: F401  (its table belongs to the database too)
    from commerce.migrations.writing import write_migration
    from commerce.tables import METADATA

    path = write_migration(METADATA, message)
    typer.echo(f"Read it, finish it, commit it: {path}")


def docs() -> None:
    """For developers: draw the diagram in docs/architecture.md and fill in FEATURES.md from the code."""
    from bot.cli.drawing import ARCHITECTURE, with_diagrams
    from bot.cli.proofs import FEATURES, proofs, with_proofs

    ARCHITECTURE.write_text(with_diagrams(ARCHITECTURE.read_text(encoding="utf-8")), encoding="utf-8")
    FEATURES.write_text(with_proofs(FEATURES.read_text(encoding="utf-8"), proofs()), encoding="utf-8")
    typer.echo("docs/architecture.md and FEATURES.md are as the code says.")
