"""Safar: an offline desktop editor for customer journey maps."""

from pathlib import Path

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
SAMPLES = RESOURCES.parent / "samples"
__version__ = "0.1.0"
