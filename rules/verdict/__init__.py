"""From everything seen and not seen to a status: evidence weighed, gaps counted, sureness told."""
