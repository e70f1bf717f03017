"""Why the answer is what it is: typed data, before it is text in any language."""
