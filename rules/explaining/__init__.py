"""The Vietnamese words an inspector reads: reasons, questions, marked quotes, titles."""
