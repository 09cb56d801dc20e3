"""What one page or file is for each publication: the paper, news of it, or something else."""
