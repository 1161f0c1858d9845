"""What flows through the stages: the report, the document, the measures of the standard."""
