"""Faults put in from outside: processes killed and system calls failed, with no seam in the program.

A sample of them runs with all tests; `python -m tests.faults` runs the whole.
"""
