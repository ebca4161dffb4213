"""The rules that find mentions: one module for each kind."""
