"""The regulations as pure functions and tables: standard library only, no clock, no database, no Slack."""
