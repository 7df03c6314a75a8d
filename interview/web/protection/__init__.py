"""What every request and response is held to: headers, refusals, errors."""
