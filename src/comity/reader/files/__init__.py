"""From bytes to characters: what a file is, the words in it, where each stood, and what is refused at the door."""
