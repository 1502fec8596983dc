"""Whole maps built by hand: real windows, and nothing but keys and the mouse."""
