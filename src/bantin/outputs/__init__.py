"""Facts become files for machines."""
