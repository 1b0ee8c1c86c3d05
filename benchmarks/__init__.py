"""Quality and speed, measured side by side with peers."""
