"""The parts of opening archives: names, members, RAR headers, torn ZIPs."""
