"""What the assessed and supported year puts on worklists, one module for each noun. Importing this declares it all."""
