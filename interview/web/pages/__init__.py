"""The pages: questions, results, information and leaving."""
