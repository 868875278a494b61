"""A Slack workspace on this machine for demo and tests: strict, movable in time, able to misbehave."""
