"""The rules that find mentions: a module for what each of them looks for."""
