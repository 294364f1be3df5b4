"""Case data: the rows inside the responses, charted and traceable."""
