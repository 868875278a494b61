"""The timetable: asks the flows what is due, and carries the messages out."""
