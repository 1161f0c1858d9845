"""Templates: a folder that an office changes in Word, read, drawn afresh and checked."""
