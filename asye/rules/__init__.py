"""Pure rules of the assessed and supported year: they know no database and no clock but the days they are given."""
