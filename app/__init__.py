"""Where the parts are joined: settings, wiring, pipeline, command line, schedule."""
