"""Where the pages of one's development lead back to."""

MY_DEVELOPMENT = ("My development", "/development/")
