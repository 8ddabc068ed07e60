"""Pictures of evidence and portfolios: shapes in the page itself, with words for who does not see them."""
