"""A lawyer's stations: the next person, the review, papers and the sign-off."""
