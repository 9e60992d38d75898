"""What passes between nodes that trust no server of each other: entries with all that is needed to check them."""
