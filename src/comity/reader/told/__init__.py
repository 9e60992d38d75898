"""What else a report tells: sessions held and to come, papers, border gates."""
