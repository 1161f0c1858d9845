"""Files -> frozen values, each with its place: YAML, workbooks, zip packages."""
