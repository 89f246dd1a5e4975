"""页面 (pages for people who use the interface): made on the server, no script, nothing from another host."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).with_name("templates")),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def page(template: str, status: int = 200, **shown: object) -> HTMLResponse:
    """Fill in one template."""
    return HTMLResponse(_TEMPLATES.get_template(template).render(**shown), status)
