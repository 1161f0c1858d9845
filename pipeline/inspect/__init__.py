"""Any document, a stranger's or ours: what is seen of it, its roles, its judges, the findings."""
