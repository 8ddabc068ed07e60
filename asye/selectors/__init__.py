"""What pages and other apps read of the assessed and supported year."""
