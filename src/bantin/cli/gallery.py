"""`bantin gallery`: every component of the theme with its examples, to look at."""

from __future__ import annotations

from pathlib import Path

import click

from bantin.cli.interface import Command, option, texts
from bantin.cli.session import config_option, open_session
from bantin.model import ConfigError


@click.command(cls=Command, help=texts("cli.gallery"))
@config_option
@option("--out", metavar=texts("cli.metavar.folder"), help=texts("cli.option.gallery_out"))
def gallery(config_file: str | None, out: str | None) -> int:
    """Write the gallery; exit code 2 where the folder holds something else."""
    from bantin.build.disk import readable_faults, replace_file
    from bantin.build.snapshot import prepare
    from bantin.messages import load_messages
    from bantin.render.gallery import FOLDER, load_components, make_gallery
    from bantin.render.pages import PageRenderer
    from bantin.render.templates import Templates
    from bantin.views import Site

    with open_session(config_file) as session:
        folder = Path(out).resolve() if out else session.project.private / "gallery"
        if folder.exists() and (not folder.is_dir() or (any(folder.iterdir()) and not (folder / FOLDER).is_dir())):
            raise ConfigError("config.gallery_in_use", folder=folder)
        host, (_, payload) = session.host, prepare(session.project, session.host)
        said = load_messages(host.settings.language)
        templates = Templates(payload.folders, said)
        renderer = PageRenderer(Site(host.settings, said), host.frames, templates)
        components = load_components(map(Path, payload.folders))
        for path, data in make_gallery(components, host, templates, renderer, said).items():
            with readable_faults(path):
                replace_file(f"{folder}/{path}", data)
    click.echo(texts("gallery.done", count=len(components), path=folder / "index.html"))
    return 0
