"""Pictures of the assessed and supported year: shapes in the page itself, with words for who does not see them."""
