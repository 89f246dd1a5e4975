"""全部报表 (every report): the answers that belong to no one subject, found by walking this folder."""

import importlib
import pkgutil

from fastapi import APIRouter

import api.reports


def every_report() -> tuple[APIRouter, ...]:
    """Find the routes of all reports: the `router` of each other file of this folder; ordered by name."""
    modules = [
        importlib.import_module(file.name)
        for file in pkgutil.iter_modules(api.reports.__path__, "api.reports.")
        if file.name != __name__
    ]
    return tuple(module.router for module in modules)
