"""Runs every fault instead of a sample: python -m tests.faults [pytest options]."""

from __future__ import annotations

import os
import sys

import pytest

os.environ["SAFAR_FAULTS"] = "whole"
sys.exit(pytest.main(["tests/faults", *sys.argv[1:]]))
