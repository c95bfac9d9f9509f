"""The measurements are tried as the service is."""
