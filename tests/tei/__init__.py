"""TEI: written, read, validated, and tried on programs that others wrote."""
