"""What a manager sees of her people's years, one module for each noun. Importing this declares it all."""
