"""A night on a simulated clock: all of the program but the network, whose answers are made up."""
