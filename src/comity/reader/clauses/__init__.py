"""What was proposed, hoped, agreed, done or found wanting, and whose words it is."""
