"""What a person does: one file and one transaction each. A procedure's entries get one signed checkpoint."""
