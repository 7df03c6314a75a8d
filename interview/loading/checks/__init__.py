"""What must hold between the files of the content, each idea in a module of its own."""
