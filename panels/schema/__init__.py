"""What files of panels may say."""
