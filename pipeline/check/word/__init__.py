"""Word files of strangers: read from their XML as Word resolves it, and judged as Word files."""
