"""Pictures of content/media: judged, measured, made upright, small and silent about where they were taken."""
