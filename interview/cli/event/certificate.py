"""`interview event certificate`: a certificate for a name of the room."""

import datetime
from pathlib import Path

import click


@click.command()
@click.argument("name")
@click.option(
    "--folder",
    type=click.Path(file_okay=False, exists=True, path_type=Path),
    default=".",
    show_default=True,
    help="Where the files go.",
)
def certificate(name: str, folder: Path) -> None:
    """Make a certificate for NAME, such as desk.internal, which lasts 30 days."""
    from interview.desk.serving import NoSuchName, make_certificate

    try:
        made = make_certificate(folder, name, datetime.date.today())
    except NoSuchName as error:
        raise click.ClickException(str(error)) from None
    except FileExistsError as error:
        raise click.ClickException(
            f"{error.filename}: it is there already. Remove it, or name another --folder"
        ) from None
    click.echo(f"Certificate: {made.certificate}")
    click.echo(f"Its key: {made.key}. Keep it on this machine; remove it after the day.")
    click.echo(f"Authority for the clinic's own tablets, for this name alone: {made.authority}")
    click.echo(f"Kiosks of Chromium: --ignore-certificate-errors-spki-list={made.pin}")
    click.echo(
        f"Then: interview event open FOLDER --host 0.0.0.0 --certificate {made.certificate} "
        f"--key {made.key}"
    )
