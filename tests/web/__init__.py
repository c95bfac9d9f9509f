"""The HTTP face, asked as a client asks it."""
