"""All tests; `tests.build` holds what they build journeys with."""
