"""Edits: pure functions `(journey, …) -> Change` that plan and touch nothing."""
