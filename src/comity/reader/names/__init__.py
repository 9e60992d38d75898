"""Who and where: people with their titles, parties, places and gates, one identity in every script."""
