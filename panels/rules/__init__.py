"""Pure rules of panels: they know no database and no clock but the days they are given."""
