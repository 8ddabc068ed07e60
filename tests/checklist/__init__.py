"""A package, so that its files have one world together: pytest keeps what belongs to it until its last test has run."""
