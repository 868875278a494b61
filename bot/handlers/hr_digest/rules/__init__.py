"""What a month's digest holds and when it is published, decided without any input or output."""
