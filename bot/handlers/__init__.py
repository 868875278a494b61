"""What people meet in Slack."""
