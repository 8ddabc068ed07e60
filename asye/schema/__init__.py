"""What files of the ASYE may say."""
