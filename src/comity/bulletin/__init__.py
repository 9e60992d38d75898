"""The bulletin: public pages as plain files for any web server. What may be shown comes from one procedure and nowhere else."""
