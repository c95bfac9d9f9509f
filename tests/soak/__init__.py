"""The service under load and under attack: ``make soak`` for minutes, the tests for seconds."""
