"""Laws that hold for every journey; `tests.properties.journeys` draws the journeys."""
